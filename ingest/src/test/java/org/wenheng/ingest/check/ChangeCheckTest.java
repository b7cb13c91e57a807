package org.wenheng.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.check.ChangeCheck.Change;
import org.wenheng.ingest.check.ChangeCheck.Kind;
import org.wenheng.ingest.check.ChangeCheck.Scale;

class ChangeCheckTest {
    private static final ChangeCheck CHECK = ChangeCheck.of(RuleBook.standard());
    private static final Scale MONEY = new Scale(true, false);
    private static final Scale COUNT = new Scale(true, true);
    private static final Scale RATE = new Scale(false, false);

    private static Change history(double value, Scale scale, double... latestFirst) {
        return CHECK.withHistory(value, latestFirst, latestFirst.length == 0 ? 0 : latestFirst[0], scale);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,3", "4,4", "-1,-1", "-2,-2", "-3,-3", "-4,-4"})
    void slipOfOneToFourDigitsIsFoundWithItsPower(int digits, int power) {
        Change change = history(123_456 * Math.pow(10, digits), MONEY, 120_000, 118_000, 131_000, 125_000);

        assertThat(change.kind()).isEqualTo(Kind.MAGNITUDE);
        assertThat(change.power()).isEqualTo(power);
        assertThat(change.expected()).isEqualTo(122_500);
    }

    @Test
    void fiveDigitsAreNoUnitAndATripleIsNoDigit() {
        assertThat(history(123_456e5, MONEY, 120_000, 118_000, 131_000, 125_000).kind())
                .isEqualTo(Kind.OUTLIER);
        assertThat(history(370_000, MONEY, 120_000, 118_000, 131_000, 125_000).kind())
                .isEqualTo(Kind.OUTLIER);
    }

    @Test
    void smallNumbersReachAPowerOfTenByChance() {
        assertThat(history(20, COUNT, 2, 2, 2, 2).kind()).isEqualTo(Kind.OUTLIER);
        assertThat(history(10, COUNT, 1, 2, 1, 1).kind()).isEqualTo(Kind.USUAL);
    }

    @Test
    void valueTestedIsNotPartOfItsBaseline() {
        // With itself in the series the slip would lie at the median of 100 and 1000000.
        assertThat(history(1_000_000, MONEY, 100).power()).isEqualTo(4);
    }

    /** Median 100, MAD of the logarithms about 0.05: three times as much scores far above 3.5; twice is not large enough. */
    @Test
    void changeIsFoundIfItIsUnusualAndLarge() {
        assertThat(history(300, MONEY, 100, 105, 95, 100, 110).kind()).isEqualTo(Kind.OUTLIER);
        assertThat(history(200, MONEY, 100, 105, 95, 100, 110).kind()).isEqualTo(Kind.USUAL);
        assertThat(history(300, MONEY, 100, 300, 30, 250, 60).kind()).isEqualTo(Kind.USUAL);
    }

    @Test
    void halvingWeighsAsMuchAsDoublingForAmounts() {
        assertThat(history(33, MONEY, 100, 105, 95, 100, 110).kind()).isEqualTo(Kind.OUTLIER);
        assertThat(history(50, MONEY, 100, 105, 95, 100, 110).kind()).isEqualTo(Kind.USUAL);
    }

    @Test
    void constantSeriesIsJudgedByItsRatio() {
        assertThat(history(160, RATE, 100, 100, 100, 100).kind()).isEqualTo(Kind.OUTLIER);
        assertThat(history(140, RATE, 100, 100, 100, 100).kind()).isEqualTo(Kind.USUAL);
        assertThat(history(100, RATE, 100, 100, 100, 100).kind()).isEqualTo(Kind.USUAL);
    }

    @Test
    void shortSeriesIsJudgedByItsLastValue() {
        assertThat(history(450, MONEY, 100, 400, 400).kind()).isEqualTo(Kind.OUTLIER);
        assertThat(history(350, MONEY, 100, 20).kind()).isEqualTo(Kind.USUAL);
        assertThat(history(24, MONEY, 100).kind()).isEqualTo(Kind.OUTLIER);
    }

    @Test
    void withoutHistoryThereIsNothingToSay() {
        assertThat(history(5, MONEY)).isEqualTo(Change.NONE);
    }

    @Test
    void stepThatWasFoundBeforeIsNotFoundAgain() {
        assertThat(history(300, MONEY, 100, 105, 95, 100).kind()).isEqualTo(Kind.OUTLIER);
        assertThat(history(310, MONEY, 300, 100, 105, 95, 100).kind()).isEqualTo(Kind.USUAL);
    }

    @Test
    void zeroAfterLargeCountsIsFoundAndAfterSmallOnesIsChance() {
        assertThat(history(0, COUNT, 500, 480, 510, 505).kind()).isEqualTo(Kind.OUTLIER);
        assertThat(history(0, COUNT, 2, 1, 3, 2).kind()).isEqualTo(Kind.USUAL);
        assertThat(history(0, COUNT, 0, 0, 0, 0).kind()).isEqualTo(Kind.USUAL);
        assertThat(history(500, COUNT, 0, 0, 0, 0).kind()).isEqualTo(Kind.OUTLIER);
        assertThat(history(3, COUNT, 0, 0, 0, 0).kind()).isEqualTo(Kind.USUAL);
    }

    @Test
    void negativeValuesAreComparedAsTheyAre() {
        assertThat(history(-80, RATE, 5, 4, 6, 5, 3).kind()).isEqualTo(Kind.OUTLIER);
        assertThat(history(5, RATE, 5, 4, 6, -5, 3).kind()).isEqualTo(Kind.USUAL);
    }

    /** Peers from 50 to 900 with the median 212: 2000000 is what 200 would be with four digits too many. */
    @Test
    void peersOfVeryDifferentSizeStillShowASlip() {
        double[] peers = {50, 90, 120, 150, 200, 225, 300, 420, 600, 900};

        assertThat(CHECK.withPeers(2_000_000, peers).power()).isEqualTo(4);
        assertThat(CHECK.withPeers(1_000, peers).kind()).isEqualTo(Kind.USUAL);
        assertThat(CHECK.withPeers(2e9, peers).kind()).isEqualTo(Kind.OUTLIER);
        assertThat(CHECK.withPeers(2_000_000, DoubleStream.of(peers).limit(7).toArray()))
                .isEqualTo(Change.NONE);
        assertThat(CHECK.withPeers(0, peers)).isEqualTo(Change.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void unitOfTheValuesDoesNotMatter(long seed) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        double[] series = random.doubles(random.nextInt(1, 12), 1_000, 9_000).toArray();
        double value = random.nextDouble(100, 90_000);
        Change one = history(value, MONEY, series);
        Change other = history(
                value * 1024, MONEY, DoubleStream.of(series).map(x -> x * 1024).toArray());

        assertThat(other.kind()).isEqualTo(one.kind());
        assertThat(other.power()).isEqualTo(one.power());
    }
}
