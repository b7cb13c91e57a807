package org.wenheng.analytics.derive;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.wenheng.ingest.lake.Stage;

/** A stage is a function of its rows: it reads nothing, runs nothing and asks no clock. */
@AnalyzeClasses(packages = "org.wenheng", importOptions = ImportOption.DoNotIncludeTests.class)
class StageRulesTest {

    @ArchTest
    static final ArchRule readingBelongsToTheJob = noClasses()
            .that()
            .implement(Stage.class)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.spark.sql.SparkSession")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.spark.sql.DataFrameReader");

    @ArchTest
    static final ArchRule stagesRunNoAction = noClasses()
            .that()
            .implement(Stage.class)
            .should()
            .callMethodWhere(
                    target(owner(HasName.Predicates.name("org.apache.spark.sql.Dataset")))
                            .and(
                                    target(
                                            nameMatching(
                                                    "count|collect.*|first|head|take.*|show|write.*|foreach.*|checkpoint|isEmpty|toLocalIterator"))));

    @ArchTest
    static final ArchRule stagesAskNoClockAndNoChance = noClasses()
            .that()
            .implement(Stage.class)
            .should()
            .callMethodWhere(target(owner(HasName.Predicates.name("org.apache.spark.sql.functions")))
                    .and(target(
                            nameMatching("current_.*|now|rand.*|uuid|monotonically_increasing_id|input_file_name"))));

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|Impl)$")
            .orShould()
            .haveNameMatching(".*\\.(Abstract|Default)\\w+");

    /** Keeps the import of {@link JavaClass} honest: the rules above see the stages that there are. */
    @ArchTest
    static void theRulesSeeTheStages(com.tngtech.archunit.core.domain.JavaClasses classes) {
        long stages = classes.stream()
                .filter(type -> type.isAssignableTo(Stage.class) && !type.isInterface())
                .map(JavaClass::getName)
                .count();
        org.assertj.core.api.Assertions.assertThat(stages).isGreaterThanOrEqualTo(2);
    }
}
