package org.wenheng.analytics.run;

import static org.apache.spark.sql.functions.col;

import java.util.IntSummaryStatistics;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.wenheng.analytics.derive.ElementValues;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.reference.Period;

/** Reads what the engine reads: the element values that the last derivation left in the lake. */
public final class GoldPanel {
    private GoldPanel() {}

    /**
     * The panel of what the last derivation left.
     *
     * @param periods that are to be scored, at least one
     */
    public static ElementPanel read(GoldLake gold, Scheme scheme, List<Period> periods) {
        return ElementValues.panel(rows(gold.read(GoldTables.ELEMENT_VALUE), scheme, periods));
    }

    /** The own element values of the years that the scheme looks at and of the year before, which growth looks back to. */
    static List<Row> rows(Dataset<Row> elementValues, Scheme scheme, List<Period> periods) {
        IntSummaryStatistics years = periods.stream()
                .flatMapToInt(period -> scheme.yearsLookedAt(period.year()))
                .summaryStatistics();
        Column year = col("period").substr(1, 4).cast("int");
        // A table of before regions were rolled up holds own values alone.
        boolean told = List.of(elementValues.columns()).contains("made_of");
        return (told ? elementValues.where(col("made_of").equalTo(ElementValues.OWN)) : elementValues)
                .where(col("catalogue").equalTo(scheme.catalogue()))
                .where(year.between(years.getMin() - 1, years.getMax()))
                .collectAsList();
    }
}
