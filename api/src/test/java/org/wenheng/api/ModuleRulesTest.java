package org.wenheng.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;

@AnalyzeClasses(packages = "org.wenheng.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleRulesTest {
    @ArchTest
    static final ArchRule NO_SPARK =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.apache.spark..", "io.delta..");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_HIDDEN =
            classes().that().areMetaAnnotatedWith(Controller.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule ROOMS_KNOW_EACH_OTHER_IN_ONE_DIRECTION =
            slices().matching("org.wenheng.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_PAGES = noClasses()
            .that()
            .resideOutsideOfPackage("org.wenheng.api.console..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.wenheng.api.console..");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)$|.*\\.(Abstract|Default)[^.]*");

    @Test
    void sparkIsNotOnTheClassPath() {
        assertThatThrownBy(() -> Class.forName("org.apache.spark.sql.SparkSession"))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessage("org.apache.spark.sql.SparkSession");
    }
}
