package org.wenheng.analytics.derive;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.ingest.lake.AsKnown;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeTables;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.table.Table;

/**
 * Keeps the derived values of a catalogue up to date in the lake: own values, regions rolled up, windows. What changed since
 * the last derivation is derived anew with all that depends on it; the result is the same as if everything were.
 *
 * <p>Each table is replaced in one transaction; the windows come last, and the mark is a note of their transaction. A
 * derivation that was cut off is done again from the mark before: it replaces the same values and more. Derivations of one catalogue must take turns.
 */
public final class Derivation {
    private final SparkSession spark;
    private final Lake lake;
    private final GoldLake gold;
    private final Catalogue catalogue;

    public Derivation(SparkSession spark, Lake lake, Catalogue catalogue) {
        // Periods are written as one file each: to look for small files to put together is in vain.
        this.spark = spark.newSession();
        this.spark.conf().set("spark.databricks.delta.autoCompact.enabled", "false");
        this.lake = lake;
        this.gold = new GoldLake(this.spark, lake);
        this.catalogue = catalogue;
    }

    /**
     * Derives what changed.
     *
     * @param version Delta version of the observations that is to be read
     * @param knownAt what became known later is not read
     * @throws InputRefusedException if a value is too large to be added up exactly
     */
    public void bringUpTo(long version, Instant knownAt) {
        gold.createDerived();
        String dependsOn = DerivationMark.dependsOn(catalogue);
        Optional<DerivationMark> mark = mark();
        List<Scope> changed = mark.filter(last -> last.leadsTo(version, knownAt, dependsOn))
                .flatMap(last -> new ObservationChanges(spark, lake, catalogue.code())
                        .between(last.observationVersion(), version))
                .orElse(List.of(Scope.ALL));
        if (!changed.isEmpty()) {
            derive(changed, new DerivationMark(version, knownAt, dependsOn, hasMoreLater(version, knownAt)));
        }
    }

    private void derive(List<Scope> changed, DerivationMark mark) {
        boolean all = changed.contains(Scope.ALL);
        // The windows stand as the mark says, whatever a derivation that was cut off has left in the values.
        Set<Period> before = all ? Set.of() : periods(GoldTables.ELEMENT_WINDOW);
        Dataset<Row> observations = lake.read(spark, LakeTables.OBSERVATION, mark.observationVersion());
        try {
            replace(
                    GoldTables.ELEMENT_VALUE,
                    changed,
                    all ? Optional.empty() : Optional.of(ElementValues.OWN),
                    ElementValues.derive(rows(observations, changed), catalogue, mark.knownAt()),
                    Optional.empty());
            Set<Period> after = periods(GoldTables.ELEMENT_VALUE);
            Dependents dependents = Dependents.of(catalogue, changed, before, after);
            dependents.below().ifPresent(scope -> rollUp(scope, after));
            see(dependents.windows(), after, mark);
        } catch (ArithmeticException e) {
            throw tooLarge(new AsKnown(mark.knownAt()).apply(observations), e);
        }
    }

    private void rollUp(Scope scope, Set<Period> periods) {
        Set<Period> rolledUp = scope.periods().orElse(periods);
        Set<Period> read = new HashSet<>(rolledUp);
        rolledUp.forEach(
                period -> read.addAll(List.of(Period.ofYear(period.year()), Period.ofYear(period.year() - 1))));
        Dataset<Row> own = rows(gold.read(GoldTables.ELEMENT_VALUE), List.of(Scope.of(read)));
        replace(
                GoldTables.ELEMENT_VALUE,
                List.of(scope),
                Optional.of(ElementValues.BELOW),
                rows(ElementValues.rollUp(own, catalogue, rolledUp), List.of(scope)),
                Optional.empty());
    }

    /** The windows come last, and with them the mark. */
    private void see(Scope scope, Set<Period> periods, DerivationMark mark) {
        Set<Period> targets = scope.periods().orElse(periods).stream()
                .filter(periods::contains)
                .collect(Collectors.toSet());
        Set<Period> parts = WindowCalendar.KEPT.parts(targets).stream()
                .map(WindowCalendar.Part::period)
                .collect(Collectors.toSet());
        Dataset<Row> values = rows(
                gold.read(GoldTables.ELEMENT_VALUE),
                List.of(new Scope(Optional.of(parts), scope.regions(), scope.elements())));
        replace(
                GoldTables.ELEMENT_WINDOW,
                List.of(scope),
                Optional.empty(),
                ElementValues.windows(values, catalogue, WindowCalendar.KEPT, targets),
                Optional.of(mark.note(catalogue.code())));
    }

    /** Rows of these scopes. Each is asked for by itself, so that its files are found by period and region. */
    private Dataset<Row> rows(Dataset<Row> rows, List<Scope> scopes) {
        return scopes.stream()
                .map(scope -> rows.where(Scope.condition(catalogue.code(), List.of(scope))))
                .reduce(Dataset::unionAll)
                .orElseThrow();
    }

    /**
     * Replaces what the scopes name, of one kind if one is given. The periods are written anew as a whole with what stays of
     * them: to take single rows out of their files, as Delta would, takes longer and leaves more and smaller files.
     */
    private void replace(
            Table table, List<Scope> scopes, Optional<String> madeOf, Dataset<Row> rows, Optional<String> note) {
        List<Scope> periods =
                scopes.stream().map(Scope::inWholePeriods).distinct().toList();
        String parts = Scope.condition(catalogue.code(), periods);
        String replaced = Scope.condition(catalogue.code(), scopes)
                + madeOf.map(kind -> " AND made_of = '" + kind + "'").orElse("");
        Dataset<Row> all = replaced.equals(parts)
                ? rows
                : rows.unionByName(gold.read(table).where(parts).where("NOT (" + replaced + ")"));
        gold.replace(table, parts, parted(all, periods), note);
    }

    /** A file for each period; several periods are written side by side. The scopes are whole periods, and differ. */
    private static Dataset<Row> parted(Dataset<Row> rows, List<Scope> periods) {
        boolean one = periods.size() == 1
                && periods.get(0).periods().filter(some -> some.size() == 1).isPresent();
        return (one ? rows.coalesce(1) : rows.repartition(4, col("period")))
                .sortWithinPartitions("period", "region_code", "element_code");
    }

    /** Periods that have values. */
    private Set<Period> periods(Table table) {
        return gold.periods(table, catalogue.code()).stream()
                .map(code -> Period.parse(code).orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean hasMoreLater(long version, Instant knownAt) {
        return !lake.read(spark, LakeTables.OBSERVATION, version)
                .where(col("catalogue").equalTo(catalogue.code()))
                .where(col("known_from").gt(lit(knownAt)).or(col("known_to").gt(lit(knownAt))))
                .isEmpty();
    }

    private Optional<DerivationMark> mark() {
        return gold.lastNote(GoldTables.ELEMENT_WINDOW, DerivationMark.beginning(catalogue.code()))
                .map(DerivationMark::of);
    }

    private InputRefusedException tooLarge(Dataset<Row> known, ArithmeticException cause) {
        Problems problems = new Problems();
        for (Row row : known.where(col("catalogue").equalTo(catalogue.code()))
                .where(col("value").isNotNull())
                .orderBy(abs(col("value")).desc())
                .limit(3)
                .collectAsList()) {
            problems.add(
                    "VALUE_TOO_LARGE",
                    "%s %s %s"
                            .formatted(
                                    row.<String>getAs("region_code"),
                                    row.<String>getAs("period"),
                                    row.<String>getAs("element_code")),
                    "%s 太大,合计超出 ±9.2×10¹²,不能精确相加;请核对单位,或更正该值".formatted(row.<BigDecimal>getAs("value")),
                    "%s is among the largest values; a sum beyond ±9.2×10¹² cannot be exact. Check the unit or correct it"
                            .formatted(row.<BigDecimal>getAs("value")));
        }
        InputRefusedException refused = new InputRefusedException(catalogue.code(), problems.found());
        refused.initCause(cause);
        return refused;
    }
}
