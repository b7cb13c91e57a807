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
    void theCoreIsPlainJava() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..analytics.command..",
                        "..analytics.derive..",
                        "..analytics.gold..",
                        "..analytics.mart..",
                        "..analytics.run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.spark..", "io.delta..", "org.springframework..", "java.sql..", "scala..")
                .check(CLASSES);
    }

    @Test
    void theMathematicsDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..analytics.command..",
                        "..analytics.derive..",
                        "..analytics.gold..",
                        "..analytics.mart..",
                        "..analytics.run..",
                        "..analytics.export..",
                        "..analytics.scheme..")
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

    @Test
    void theMathematicsKnowsNoSchemeAndNoCatalogue() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..analytics.matrix..",
                        "..analytics.aggregate..",
                        "..analytics.composite..",
                        "..analytics.weigh..",
                        "..analytics.treat..",
                        "..analytics.impute..",
                        "..analytics.screen..",
                        "..analytics.structure..",
                        "..analytics.equity..",
                        "..analytics.robust..",
                        "..analytics.funding..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wenheng.analytics.scheme", "..analytics.scheme.formula..", "..analytics.index..")
                .check(CLASSES);
    }
}
