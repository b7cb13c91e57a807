package org.wenheng.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.Severity;
import org.wenheng.ingest.reference.ValueStatus;

/** Whatever a county writes into its form: no cell is lost, every refusal is explained, the same bytes say the same. */
class LedgerPropertyTest {
    private static final List<String> ELEMENTS = List.of("FEE", "BOOKS", "NEW_BOOKS", "RATE", "STRAY", "NONE", "");
    private static final List<String> UNITS = List.of("万元", "元", "册", "千册", "%", "块", "");
    private static final List<String> VALUES =
            List.of("1", "0", "-3", "1.5", "12万", "５", "1,000", "无", "-", "***", "", "abc", "1E50", "101", "85%");
    private static final List<String> REGIONS = List.of("220102", "220102", "220381", "220000", "999999");
    private static final List<String> PERIODS = List.of("2026-10", "2026-10", "2026Q4", "2027-01", "x");

    private static <T> T pick(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987})
    void everyCellReadIsAcceptedRefusedOrUnchanged(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(1, 30); i > 0; i--) {
            lines.add(pick(random, ELEMENTS) + "|" + pick(random, UNITS) + "|" + pick(random, VALUES));
        }
        lines.removeIf("||"::equals);
        SentFile file = FormFiles.county(pick(random, REGIONS), pick(random, PERIODS), lines.toArray(String[]::new));
        Intake intake = new Intake(FormFiles.catalogue(), null, FormFiles.RECEIVED);

        Submission submission = intake.take(file, Known.NOTHING);

        Ledger ledger = submission.ledger();
        assertThat(ledger.read()).isEqualTo(lines.size());
        assertThat(ledger.accepted()).isEqualTo(submission.observations().size());
        assertThat(submission.findings().stream()
                        .filter(finding -> finding.severity() == Severity.REJECT
                                && !finding.cell().isEmpty())
                        .map(Finding::cell)
                        .distinct()
                        .count())
                .isEqualTo(ledger.refused());
        assertThat(intake.take(file, Known.NOTHING).findings()).isEqualTo(submission.findings());
        assertThat(intake.take(file, Known.NOTHING).observations()).isEqualTo(submission.observations());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void whatIsKnownAlreadyIsUnchangedAndWhatIsKnownOtherwiseIsCorrected(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> lines = new ArrayList<>();
        for (String line : List.of("FEE|万元|", "BOOKS|册|", "NEW_BOOKS|册|", "RATE|%|")) {
            lines.add(line + pick(random, VALUES));
        }
        SentFile file = FormFiles.county("220102", "2026-10", lines.toArray(String[]::new));
        Intake intake = new Intake(FormFiles.catalogue(), null, FormFiles.RECEIVED);
        Submission first = intake.take(file, Known.NOTHING);
        Map<ObservationKey, KnownValue> known = new HashMap<>();
        long changed = 0;
        for (Observation observation : first.observations()) {
            switch (random.nextInt(3)) {
                case 0 -> known.put(observation.key(), observation.value());
                case 1 -> {
                    known.put(observation.key(), new KnownValue(ValueStatus.REPORTED, new BigDecimal("123456789")));
                    changed++;
                }
                default -> {}
            }
        }

        Submission again = intake.take(file, known::get);

        Ledger ledger = again.ledger();
        assertThat(ledger.read()).isEqualTo(lines.size());
        assertThat(ledger.refused()).isEqualTo(first.ledger().refused());
        assertThat(ledger.unchanged()).isEqualTo(known.size() - changed);
        assertThat(again.observations().stream().filter(Observation::replaces)).hasSize((int) changed);
        assertThat(again.findings().stream().filter(finding -> finding.code().equals("VALUE_CHANGED")))
                .hasSize((int) changed);
    }
}
