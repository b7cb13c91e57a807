package org.wenheng.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wenheng.analytics");

    @Test
    void schemeAndIndexArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("..analytics.scheme..", "..analytics.index..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.spark..", "io.delta..", "org.springframework..", "java.sql..", "scala..")
                .check(CLASSES);
    }

    @Test
    void indexDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage("..analytics.index..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..")
                .check(CLASSES);
    }

    @Test
    void schemeDoesNotKnowTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("..analytics.scheme..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..analytics.index..")
                .check(CLASSES);
    }
}
