package org.wenheng.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in collection. */
@AnalyzeClasses(packages = "org.wenheng.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleRulesTest {
    private static final String[] CORE = {
        "..ingest.problem..",
        "..ingest.yaml..",
        "..ingest.reference..",
        "..ingest.table..",
        "..ingest.format..",
        "..ingest.read..",
        "..ingest.check..",
        "..ingest.submission..",
        "..ingest.generate..",
        "..ingest.workbook..",
        "..ingest.template..",
        "..ingest.answer..",
        "..ingest.due..",
        "..ingest.source..",
        "..ingest.region..",
        "..ingest.restate.."
    };

    @ArchTest
    static final ArchRule theCoreIsPlainJava = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "io.delta..", "org.springframework..", "java.sql..");

    @ArchTest
    static final ArchRule theCoreDoesNotKnowTheShell = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ingest.lake..", "..ingest.pull..");

    @ArchTest
    static final ArchRule serversAreAskedWithoutSpark = noClasses()
            .that()
            .resideInAPackage("..ingest.pull..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "io.delta..", "..ingest.lake..");

    @ArchTest
    static final ArchRule collectionKnowsNoOtherModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.wenheng.analytics..", "org.wenheng.api..");

    @ArchTest
    static final ArchRule filesAreReadAndCheckedWithoutAClock = noClasses()
            .that()
            .resideInAnyPackage(
                    "..ingest.format..",
                    "..ingest.read..",
                    "..ingest.check..",
                    "..ingest.submission..",
                    "..ingest.workbook..",
                    "..ingest.template..",
                    "..ingest.answer..",
                    "..ingest.due..",
                    "..ingest.source..",
                    "..ingest.pull..",
                    "..ingest.restate..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");
}
