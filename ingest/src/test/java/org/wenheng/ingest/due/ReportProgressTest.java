package org.wenheng.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.ReportingTimes;
import org.wenheng.ingest.yaml.YamlNode;

class ReportProgressTest {
    private static final Pattern STEP = Pattern.compile("([a-z]+)@(\\d+)(?:>(\\d+))?(?:#(\\d+))?");

    /** What happened to a report of two cells, written as in COLLECTION.md. */
    private static final class Story {
        private final List<ReportChange> changes = new ArrayList<>();
        private final List<FormEvent> events = new ArrayList<>();
        private int answered;

        static Story of(String text) {
            Story story = new Story();
            for (String step : text.isEmpty() ? new String[0] : text.split(" ")) {
                Matcher matcher = STEP.matcher(step);
                assertThat(matcher.matches()).as(step).isTrue();
                story.add(matcher);
            }
            return story;
        }

        private void add(Matcher step) {
            Instant at = SmallForms.noon(Integer.parseInt(step.group(2)));
            switch (step.group(1)) {
                case "half" -> cells(at, 1, 0, 1);
                case "full" -> cells(at, 2 - answered, 0, 2 - answered);
                case "nil" -> cells(at, 2, 2, 2);
                case "correct" -> cells(at, 0, 0, 1);
                case "blank" -> cells(at, -1, 0, 1);
                default -> act(step, at);
            }
        }

        private void cells(Instant at, int more, int nil, int received) {
            answered += more;
            changes.add(new ReportChange(at, more, nil, received, 0));
        }

        private void act(Matcher step, Instant at) {
            events.add(new FormEvent(
                    events.size() + 1,
                    SmallForms.key(SmallForms.TWO_CELLS),
                    FormEventKind.ofCode(step.group(1)),
                    step.group(3) == null ? null : SmallForms.day(Integer.parseInt(step.group(3))),
                    step.group(4) == null ? null : Long.valueOf(step.group(4)),
                    "why",
                    "who",
                    at));
        }

        ReportProgress on(Instant now) {
            return progress(SmallForms.TWO_CELLS, changes, events, now);
        }
    }

    private static ReportProgress progress(Form form, List<ReportChange> changes, List<FormEvent> events, Instant now) {
        FormStanding standing = FormStanding.asOf(events, now);
        Deadline deadline = Deadline.of(form, SmallForms.OCTOBER, standing, SmallForms.WEEKS);
        return ReportProgress.of(form, SmallForms.OCTOBER, changes, standing, deadline, now, SmallForms.WEEKS);
    }

    static Stream<Arguments> storiesOfTheDocument() {
        return TruthTables.rows("time").stream().map(row -> Arguments.of(row.get(0), row));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("storiesOfTheDocument")
    void aStoryEndsAsTheDocumentSays(String story, List<String> row) {
        ReportProgress progress = Story.of(story).on(SmallForms.noon(Integer.parseInt(row.get(1))));

        assertThat(List.of(
                        YamlNode.wordOf(progress.completeness()),
                        YamlNode.wordOf(progress.timeliness()),
                        YamlNode.wordOf(progress.administrative()),
                        ReportState.of(progress.completeness(), progress.timeliness(), progress.administrative())
                                .map(YamlNode::wordOf)
                                .orElse("-")))
                .isEqualTo(row.subList(2, 6));
    }

    @Test
    void lastMicrosecondBeforeMidnightOfTheDeadlineIsInTimeAndMidnightIsLate() {
        Instant midnight = Instant.parse("2026-11-06T16:00:00Z");
        List<ReportChange> before = List.of(new ReportChange(midnight.minusNanos(1000), 2, 0, 2, 0));
        List<ReportChange> at = List.of(new ReportChange(midnight, 2, 0, 2, 0));

        assertThat(progress(SmallForms.TWO_CELLS, before, List.of(), midnight).timeliness())
                .isEqualTo(Timeliness.ON_TIME);
        assertThat(progress(SmallForms.TWO_CELLS, at, List.of(), midnight).timeliness())
                .isEqualTo(Timeliness.LATE);
        assertThat(progress(SmallForms.TWO_CELLS, List.of(), List.of(), midnight.minusNanos(1000))
                        .timeliness())
                .isEqualTo(Timeliness.DUE);
        assertThat(progress(SmallForms.TWO_CELLS, List.of(), List.of(), midnight)
                        .timeliness())
                .isEqualTo(Timeliness.OVERDUE);
    }

    @Test
    void formIsAskedForWhenItsPeriodHasEndedInTheZone() {
        Instant end = Instant.parse("2026-10-31T16:00:00Z");

        assertThat(progress(SmallForms.TWO_CELLS, List.of(), List.of(), end.minusNanos(1))
                        .timeliness())
                .isEqualTo(Timeliness.NOT_DUE);
        assertThat(progress(SmallForms.TWO_CELLS, List.of(), List.of(), end).timeliness())
                .isEqualTo(Timeliness.DUE);
    }

    @Test
    void formDueWithinItsPeriodIsAskedForWhenThePeriodBegins() {
        Form early = SmallForms.form("early", null, ReportingTimes.due(-20));

        assertThat(progress(early, List.of(), List.of(), Instant.parse("2026-09-30T15:59:59Z"))
                        .timeliness())
                .isEqualTo(Timeliness.NOT_DUE);
        assertThat(progress(early, List.of(), List.of(), Instant.parse("2026-09-30T16:00:00Z"))
                        .timeliness())
                .isEqualTo(Timeliness.DUE);
        assertThat(progress(early, List.of(), List.of(), Instant.parse("2026-10-11T16:00:00Z"))
                        .timeliness())
                .isEqualTo(Timeliness.OVERDUE);
    }

    @Test
    void everyKnownFacilityIsExpectedAndAtLeastOne() {
        Form libraries = SmallForms.form("libraries", "library", ReportingTimes.due(6));
        List<ReportChange> threeKnownTwoSent = List.of(
                new ReportChange(SmallForms.noon(-20), 0, 0, 0, 3), new ReportChange(SmallForms.noon(3), 4, 0, 4, 0));

        assertThat(progress(libraries, List.of(), List.of(), SmallForms.noon(4)).expected())
                .isEqualTo(2);
        ReportProgress two = progress(libraries, threeKnownTwoSent, List.of(), SmallForms.noon(4));
        assertThat(List.of(two.expected(), two.answered())).containsExactly(6, 4);
        assertThat(two.completeness()).isEqualTo(Completeness.PARTIAL);
    }

    @Test
    void facilityThatAppearsLaterDoesNotMakeAReportLate() {
        Form libraries = SmallForms.form("libraries", "library", ReportingTimes.due(6));
        List<ReportChange> changes = List.of(
                new ReportChange(SmallForms.noon(3), 2, 0, 2, 1),
                new ReportChange(SmallForms.noon(9), 0, 0, 0, 1),
                new ReportChange(SmallForms.noon(11), 2, 0, 2, 0));

        assertThat(progress(libraries, changes, List.of(), SmallForms.noon(8)).timeliness())
                .isEqualTo(Timeliness.ON_TIME);
        assertThat(progress(libraries, changes, List.of(), SmallForms.noon(10)).completeness())
                .isEqualTo(Completeness.PARTIAL);
        assertThat(progress(libraries, changes, List.of(), SmallForms.noon(12)).timeliness())
                .isEqualTo(Timeliness.ON_TIME);
    }

    @Test
    void receiptsAreRememberedWithTheirFirstAndLastMoment() {
        ReportProgress progress = Story.of("half@3 full@5 correct@9").on(SmallForms.noon(10));

        assertThat(progress.firstReceived()).isEqualTo(SmallForms.noon(3));
        assertThat(progress.completeSince()).isEqualTo(SmallForms.noon(5));
        assertThat(progress.lastReceived()).isEqualTo(SmallForms.noon(9));
    }

    private static String randomStory(Random random) {
        StringBuilder story = new StringBuilder();
        int answered = 0;
        for (int day = 1; day < 25; day++) {
            int choice = random.nextInt(14);
            if (choice == 0 && answered == 0) {
                story.append(" half@").append(day);
                answered = 1;
            } else if (choice <= 2 && answered < 2) {
                story.append(" full@").append(day);
                answered = 2;
            } else if (choice == 3 && answered > 0) {
                story.append(" correct@").append(day);
            } else if (choice == 4 && answered > 0) {
                story.append(" blank@").append(day);
                answered--;
            } else if (choice >= 5 && choice <= 9) {
                String kind = List.of("extend", "return", "reopen", "approve", "exempt")
                        .get(choice - 5);
                story.append(" ").append(kind).append("@").append(day);
                if (choice <= 7) {
                    story.append(">").append(day + 1 + random.nextInt(6));
                }
            }
        }
        return story.toString().strip();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyStoryHasAStateAndNeverMoreThanAllItsCells(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String text = randomStory(random);
            Story story = Story.of(text);
            for (int day = 0; day < 27; day++) {
                ReportProgress progress = story.on(SmallForms.noon(day));
                assertThat(progress.answered()).as(text).isBetween(0, progress.expected());
                assertThat(ReportState.of(progress.completeness(), progress.timeliness(), progress.administrative()))
                        .as("%s on %d: %s", text, day, progress)
                        .isPresent();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void orderOfFactsDoesNotMatterAndLaterFactsChangeNoEarlierState(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            String text = randomStory(random);
            Story story = Story.of(text);
            int day = 1 + random.nextInt(25);
            Instant now = SmallForms.noon(day);
            ReportProgress whole = story.on(now);
            Collections.shuffle(story.changes, random);
            Collections.shuffle(story.events, random);
            assertThat(story.on(now)).as(text).isEqualTo(whole);
            story.changes.removeIf(change -> change.at().isAfter(now));
            story.events.removeIf(event -> event.at().isAfter(now));
            assertThat(story.on(now)).as(text).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void correctionOfACompleteReportAndAnExtensionNeverMakeItLate(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String text = randomStory(random);
            Instant end = SmallForms.noon(40);
            ReportProgress before = Story.of(text).on(end);
            if (before.timeliness() == Timeliness.ON_TIME) {
                for (String more : List.of(" correct@30", " extend@26>35", " blank@27 full@33")) {
                    ReportProgress after = Story.of(text + more).on(end);
                    assertThat(after.timeliness()).as(text + more).isEqualTo(Timeliness.ON_TIME);
                }
            }
        }
    }
}
