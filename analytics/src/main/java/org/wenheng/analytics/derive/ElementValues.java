package org.wenheng.analytics.derive;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.ingest.lake.AsKnown;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.yaml.YamlNode;

/** From the observations of a catalogue to the element values of its regions. */
public final class ElementValues {
    private ElementValues() {}

    /**
     * The element values as they were known at a moment.
     *
     * @param observations rows of one catalogue
     */
    public static Dataset<Row> derive(Dataset<Row> observations, Catalogue catalogue, Instant knownAt) {
        Dataset<Row> known = new AsKnown(knownAt).apply(observations);
        return new RollUpFacilities(rules(observations.sparkSession(), catalogue)).apply(known);
    }

    private static Dataset<Row> rules(SparkSession spark, Catalogue catalogue) {
        List<Row> rows = catalogue.elements().values().stream()
                .map(element -> RowFactory.create(element.code(), YamlNode.wordOf(element.overFacilities())))
                .toList();
        return spark.createDataFrame(
                rows,
                new StructType()
                        .add("element_code", DataTypes.StringType, false)
                        .add("over_facilities", DataTypes.StringType, false));
    }

    /** The panel that the engine reads. Numbers become doubles here, once. */
    public static ElementPanel panel(List<Row> elementValues) {
        ElementPanel.Builder panel = ElementPanel.builder();
        for (Row row : elementValues) {
            ValueStatus status = ValueStatus.ofCode(row.<String>getAs("status"));
            double value = status == ValueStatus.REPORTED
                    ? row.<java.math.BigDecimal>getAs("value").doubleValue()
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
