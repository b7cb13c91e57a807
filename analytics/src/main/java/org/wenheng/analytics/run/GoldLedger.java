package org.wenheng.analytics.run;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.wenheng.analytics.funding.Ledger;
import org.wenheng.analytics.funding.Ledger.Entry;
import org.wenheng.analytics.funding.Ledger.Place;
import org.wenheng.analytics.gold.GoldLake;
import org.wenheng.analytics.gold.GoldTables;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/** Reads the same values as {@link GoldPanel}, digit by digit: an amount of money never becomes a binary number. */
public final class GoldLedger {
    private GoldLedger() {}

    /**
     * What the last derivation left.
     *
     * @param periods that are looked at, at least one
     */
    public static Ledger read(GoldLake gold, Scheme scheme, List<Period> periods) {
        return of(GoldPanel.rows(gold.read(GoldTables.ELEMENT_VALUE), scheme, periods));
    }

    /** The ledger of rows of {@link GoldTables#ELEMENT_VALUE}. */
    static Ledger of(List<Row> rows) {
        Map<Place, Entry> entries = new HashMap<>();
        for (Row row : rows) {
            ValueStatus status = ValueStatus.ofCode(row.<String>getAs("status"));
            entries.put(
                    new Place(
                            row.<String>getAs("region_code"),
                            Period.parse(row.<String>getAs("period")).orElseThrow(),
                            row.<String>getAs("element_code")),
                    new Entry(
                            status,
                            status == ValueStatus.REPORTED ? row.<BigDecimal>getAs("value") : null,
                            row.<Integer>getAs("reported") < row.<Integer>getAs("expected")));
        }
        return new Ledger(entries);
    }
}
