package org.wenheng.analytics.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wenheng.analytics.funding.Ledger;
import org.wenheng.analytics.funding.Ledger.Entry;
import org.wenheng.analytics.funding.Ledger.Place;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

class GoldLedgerTest {
    private static final StructType SCHEMA =
            StructType.fromDDL("region_code string, period string, element_code string,"
                    + " status string, value decimal(28,6), reported int, expected int");

    @Test
    void amountsKeepEveryDigitAndEveryKindOfMissingStaysApart() {
        Ledger ledger = GoldLedger.of(List.of(
                row("a", "reported", new BigDecimal("12345678901234567.123456"), 1, 2),
                row("b", "reported", new BigDecimal("0.000000"), 1, 1),
                row("c", "nil", null, 1, 1),
                row("d", "not-applicable", null, 0, 0),
                row("e", "suppressed", null, 0, 1)));
        assertThat(at(ledger, "a"))
                .isEqualTo(new Entry(ValueStatus.REPORTED, new BigDecimal("12345678901234567.123456"), true));
        assertThat(at(ledger, "b")).isEqualTo(new Entry(ValueStatus.REPORTED, new BigDecimal("0.000000"), false));
        assertThat(at(ledger, "c")).isEqualTo(new Entry(ValueStatus.NIL, null, false));
        assertThat(at(ledger, "d")).isEqualTo(new Entry(ValueStatus.NOT_APPLICABLE, null, false));
        assertThat(at(ledger, "e")).isEqualTo(new Entry(ValueStatus.SUPPRESSED, null, true));
    }

    private static @Nullable Entry at(Ledger ledger, String region) {
        return ledger.entries().get(new Place(region, Period.ofQuarter(2025, 3), "PAID"));
    }

    private static Row row(String region, String status, @Nullable BigDecimal value, int reported, int expected) {
        return new GenericRowWithSchema(
                new @Nullable Object[] {region, "2025Q3", "PAID", status, value, reported, expected}, SCHEMA);
    }
}
