package org.wenheng.ingest.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.submission.KnownValue;
import org.wenheng.ingest.submission.PastValue;

/** Two cities and two mountain counties in one province, one county without a group. */
class KnownNowTest {
    private final KnownNow known = new KnownNow(Catalogue.of(
            "x",
            new Title("x", "x"),
            List.of(
                    region("P", "province", null, null),
                    region("C1", "county", "P", "city"),
                    region("C2", "county", "P", "city"),
                    region("C3", "county", "P", "city"),
                    region("M1", "county", "P", "mountain"),
                    region("U", "county", "P", null)),
            List.of(),
            List.of(),
            List.of()));

    private static Region region(String code, String level, @Nullable String parent, @Nullable String group) {
        return new Region(
                code,
                new Title(code, code),
                level,
                parent,
                group == null ? Map.of() : Map.of("peer-group", group),
                List.of(),
                null,
                null);
    }

    private static ObservationKey key(String region, String facility, String period) {
        return new ObservationKey(region, facility, period, "FEE");
    }

    private void learn(String region, String facility, String period, String number) {
        known.learn(key(region, facility, period), new KnownValue(ValueStatus.REPORTED, new BigDecimal(number)));
    }

    private List<String> peers(String region, String facility, String period) {
        return known.peers(key(region, facility, period)).stream()
                .map(number -> number.stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void historyIsTheNumbersOfTheSameKindOfPeriodLatestFirst() {
        learn("C1", "", "2026-01", "1");
        learn("C1", "", "2025-12", "2.5");
        learn("C1", "", "2023-02", "3");
        learn("C1", "", "2023-01", "4");
        learn("C1", "", "2025Q4", "5");
        learn("C1", "", "2025", "6");
        learn("C2", "", "2025-11", "7");
        known.learn(key("C1", "", "2025-11"), new KnownValue(ValueStatus.NIL, null));

        // February 2023 is 36 months before February 2026, January 2023 is 37.
        assertThat(known.before(key("C1", "", "2026-02")).stream()
                        .map(past -> past.period() + " " + past.value().stripTrailingZeros()))
                .containsExactly("2026-01 1", "2025-12 2.5", "2023-02 3");
        assertThat(known.before(key("C1", "", "2026")).stream().map(PastValue::period))
                .containsExactly(Period.ofYear(2025));
        assertThat(known.before(key("M1", "", "2026-02"))).isEmpty();
    }

    @Test
    void peersAreTheOthersOfTheGroupInThePeriodBefore() {
        learn("C1", "", "2026-01", "10");
        learn("C2", "", "2026-01", "30");
        learn("C3", "", "2026-01", "20");
        learn("M1", "", "2026-01", "99");
        learn("C2", "", "2026-02", "77");
        learn("C2", "L1", "2026-01", "55");

        assertThat(peers("C1", "", "2026-02")).containsExactly("20", "30");
        assertThat(peers("C2", "", "2026-02")).containsExactly("10", "20");
        assertThat(peers("M1", "", "2026-02")).isEmpty();
        learn("C3", "", "2026-01", "40");
        assertThat(peers("C1", "", "2026-02")).containsExactly("30", "40");
    }

    @Test
    void aRegionWithoutAGroupIsComparedWithItsLevel() {
        learn("U", "", "2026-01", "5");
        learn("C1", "", "2026-01", "10");
        learn("M1", "", "2026-01", "99");
        learn("P", "", "2026-01", "1000");

        assertThat(peers("U", "", "2026-02")).containsExactly("10", "99");
    }

    @Test
    void aFacilityIsComparedWithTheOthersOfTheGroupItsOwnRegionIncluded() {
        learn("C1", "L1", "2026-01", "1");
        learn("C1", "L2", "2026-01", "2");
        learn("C2", "L3", "2026-01", "3");
        learn("M1", "L4", "2026-01", "4");
        learn("C2", "", "2026-01", "100");

        assertThat(peers("C1", "L1", "2026-02")).containsExactly("2", "3");
        assertThat(peers("C3", "L9", "2026-02")).containsExactly("1", "2", "3");
    }

    @Test
    void reasonsAndNumbersBeyondTwelveDigitsAreKeptExactly() {
        List<KnownValue> values = new ArrayList<>();
        for (ValueStatus status : ValueStatus.values()) {
            if (status != ValueStatus.REPORTED) {
                values.add(new KnownValue(status, null));
            }
        }
        for (String number :
                List.of("0", "-0.000001", "3999999999999.999999", "4000000000000", "-9999999999999999999999.123456")) {
            values.add(new KnownValue(ValueStatus.REPORTED, new BigDecimal(number)));
        }
        for (KnownValue value : values) {
            known.learn(key("C1", "", "2026-01"), value);
            assertThat(known.find(key("C1", "", "2026-01"))).matches(found -> found.sameAs(value), value.text());
        }
        assertThat(known.find(key("C1", "", "2026-02"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aTrackRemembersTheLastValueOfEveryPeriod(long seed) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        Track track = new Track(1);
        Map<Integer, Long> expected = new java.util.TreeMap<>();
        for (int i = 0; i < 200; i++) {
            int position = random.nextInt(60);
            track.put(position, i);
            expected.put(position, (long) i);
        }
        for (int position = 0; position < 60; position++) {
            assertThat(track.get(position)).isEqualTo(expected.getOrDefault(position, Track.NOTHING));
        }
    }
}
