package org.wenheng.analytics.derive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.ingest.lake.AsKnown;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.OverRegions;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.yaml.YamlNode;

/** From the observations of a catalogue to the element values of its regions. */
public final class ElementValues {
    /** A value made of the region's own reports and those of its facilities. */
    public static final String OWN = "own";

    /** A value made of the regions below. */
    public static final String BELOW = "below";

    private ElementValues() {}

    /**
     * The own element values as they were known at a moment.
     *
     * @param observations rows of one catalogue
     */
    public static Dataset<Row> derive(Dataset<Row> observations, Catalogue catalogue, Instant knownAt) {
        List<Row> rules = catalogue.elements().values().stream()
                .map(element -> RowFactory.create(element.code(), YamlNode.wordOf(element.overFacilities())))
                .toList();
        Dataset<Row> known = new AsKnown(knownAt).apply(observations);
        return new RollUpFacilities(
                        frame(observations.sparkSession(), "element_code string, over_facilities string", rules),
                        catalogue.code())
                .apply(known);
    }

    /**
     * The values of regions that others lie in, made of those below.
     *
     * @param own own element values; weights of the periods, and of the years and years before, included
     * @param periods that are rolled up
     */
    public static Dataset<Row> rollUp(Dataset<Row> own, Catalogue catalogue, Collection<Period> periods) {
        SparkSession spark = own.sparkSession();
        List<Row> rules = catalogue.elements().values().stream()
                .filter(element -> element.overRegions() != OverRegions.OWN)
                .map(element -> RowFactory.create(
                        element.code(),
                        YamlNode.wordOf(element.overRegions()),
                        element.weight(),
                        isWeightedByYear(element, catalogue),
                        element.overRegions() == OverRegions.POPULATION_WEIGHTED))
                .toList();
        Leaves leaves = Leaves.of(catalogue, periods.stream().sorted().toList());
        List<Row> pairs = new ArrayList<>();
        for (int tree = 0; tree < leaves.trees().size(); tree++) {
            for (Leaves.Pair pair : leaves.trees().get(tree)) {
                pairs.add(RowFactory.create(tree, pair.leaf(), pair.above(), pair.leaves()));
            }
        }
        List<Row> treeOf = new ArrayList<>();
        leaves.treeOf().forEach((period, tree) -> treeOf.add(RowFactory.create(period.code(), tree)));
        return new RollUpRegions(
                        frame(
                                spark,
                                "element_code string, over_regions string, weight_code string, weight_yearly boolean,"
                                        + " earlier_weights boolean",
                                rules),
                        frame(spark, "tree int, region_code string, above string, leaves int", pairs),
                        frame(spark, "period string, tree int", treeOf))
                .apply(own);
    }

    private static boolean isWeightedByYear(Element element, Catalogue catalogue) {
        Element weight = element.weight() == null ? null : catalogue.elements().get(element.weight());
        return weight != null && weight.frequency() == Frequency.YEAR;
    }

    /**
     * Element values seen over the windows that end with some periods.
     *
     * @param values element values of all parts of these windows
     */
    public static Dataset<Row> windows(
            Dataset<Row> values, Catalogue catalogue, WindowCalendar calendar, Collection<Period> targets) {
        SparkSession spark = values.sparkSession();
        List<Row> rules = catalogue.elements().values().stream()
                .map(element -> RowFactory.create(element.code(), YamlNode.wordOf(element.overTime())))
                .toList();
        List<Row> parts = calendar.parts(targets.stream().sorted().toList()).stream()
                .map(part -> RowFactory.create(
                        part.period().code(),
                        part.target().code(),
                        part.previous(),
                        part.inYear(),
                        part.trailing(),
                        part.position(),
                        part.yearPeriods(),
                        part.trailingPeriods()))
                .toList();
        return new ElementWindows(
                        frame(spark, "element_code string, over_time string", rules),
                        frame(
                                spark,
                                "period string, target string, previous boolean, in_year boolean, trailing boolean,"
                                        + " position int, year_periods int, trailing_periods int",
                                parts))
                .apply(values);
    }

    private static Dataset<Row> frame(SparkSession spark, String columns, List<Row> rows) {
        return spark.createDataFrame(rows, StructType.fromDDL(columns));
    }

    /** The panel that the engine reads. Numbers become doubles here, once. */
    public static ElementPanel panel(List<Row> elementValues) {
        ElementPanel.Builder panel = ElementPanel.builder();
        for (Row row : elementValues) {
            ValueStatus status = ValueStatus.ofCode(row.<String>getAs("status"));
            double value = status == ValueStatus.REPORTED
                    ? row.<BigDecimal>getAs("value").doubleValue()
                    : Double.NaN;
            panel.put(
                    row.<String>getAs("region_code"),
                    Period.parse(row.<String>getAs("period")).orElseThrow(),
                    row.<String>getAs("element_code"),
                    new ElementPanel.Cell(
                            status, value, row.<Integer>getAs("reported"), row.<Integer>getAs("expected")));
        }
        return panel.build();
    }
}
