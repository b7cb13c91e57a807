package org.wenheng.analytics.run;

import static org.apache.spark.sql.functions.col;

import java.util.IntSummaryStatistics;
import java.util.List;
import org.apache.spark.sql.Column;
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
     * Values of the years that the scheme looks at and of the year before, which growth looks back to.
     *
     * @param periods that are to be scored, at least one
     */
    public static ElementPanel read(GoldLake gold, Scheme scheme, List<Period> periods) {
        IntSummaryStatistics years = periods.stream()
                .flatMapToInt(period -> scheme.yearsLookedAt(period.year()))
                .summaryStatistics();
        Column year = col("period").substr(1, 4).cast("int");
        return ElementValues.panel(gold.read(GoldTables.ELEMENT_VALUE)
                .where(col("catalogue").equalTo(scheme.catalogue()))
                .where(year.between(years.getMin() - 1, years.getMax()))
                .collectAsList());
    }
}
