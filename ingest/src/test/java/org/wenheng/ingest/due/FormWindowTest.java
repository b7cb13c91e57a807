package org.wenheng.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.ReportingTimes;
import org.wenheng.ingest.reference.Timetable;
import org.wenheng.ingest.reference.WorkingCalendar;

class FormWindowTest {
    private static final Instant NOW = SmallForms.noon(20);

    /** Due on Friday 6 November, closed two working days later, on Tuesday 10. */
    private static final ReportingTimes CLOSING = new ReportingTimes(5, true, 1, 2);

    private static Opening isOpen(ReportingTimes times, List<FormEvent> events, Instant now) {
        Form form = SmallForms.form("two-cells", null, times);
        return FormWindow.isOpen(form, SmallForms.COUNTY, SmallForms.OCTOBER, now, events, SmallForms.WEEKS);
    }

    private static FormEvent act(List<FormEvent> before, FormEventKind kind, Instant at, @Nullable LocalDate until) {
        return SmallForms.event(before.size() + 1, kind, at, until);
    }

    /** The eight conditions of the table, made true or not by a form and by acts. */
    private record Conditions(List<Boolean> holds) {
        boolean reopened() {
            return holds.get(0);
        }

        boolean isPossible() {
            boolean laterDeadline = holds.get(5) || holds.get(6) || holds.get(7);
            return !holds.get(3) || !laterDeadline;
        }

        ReportingTimes times() {
            return new ReportingTimes(
                    holds.get(6) ? 25 : 5, false, holds.get(2) ? 30 : 0, holds.get(3) ? Integer.valueOf(1) : null);
        }

        List<FormEvent> events() {
            List<FormEvent> events = new ArrayList<>();
            if (holds.get(7)) {
                events.add(act(events, FormEventKind.EXTEND, SmallForms.noon(3), SmallForms.day(28)));
            }
            if (holds.get(4)) {
                events.add(act(events, FormEventKind.EXEMPT, SmallForms.noon(4), null));
            }
            if (holds.get(5)) {
                events.add(act(events, FormEventKind.RETURN, SmallForms.noon(9), SmallForms.day(24)));
            }
            if (holds.get(1)) {
                events.add(act(events, FormEventKind.APPROVE, SmallForms.noon(10), null));
            }
            if (reopened()) {
                events.add(act(events, FormEventKind.REOPEN, SmallForms.noon(11), SmallForms.day(25)));
            }
            return events;
        }

        boolean fits(List<String> row) {
            for (int i = 0; i < holds.size(); i++) {
                if (!row.get(i).equals("-") && holds.get(i) != row.get(i).equals("yes")) {
                    return false;
                }
            }
            return true;
        }
    }

    @Test
    void everyCombinationOfConditionsIsDecidedAsTheTableSays() {
        List<List<String>> table = TruthTables.rows("open");
        assertThat(table).hasSize(OpeningReason.values().length);
        int tried = 0;
        for (int bits = 0; bits < 256; bits++) {
            List<Boolean> holds = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                holds.add((bits >> i & 1) == 1);
            }
            Conditions conditions = new Conditions(holds);
            if (conditions.isPossible()) {
                List<String> row =
                        table.stream().filter(conditions::fits).findFirst().orElseThrow();
                Opening opening = isOpen(conditions.times(), conditions.events(), NOW);
                assertThat(opening.reason().name()).as("%s", conditions).isEqualTo(row.get(9));
                assertThat(opening.isOpen())
                        .as("%s", conditions)
                        .isEqualTo(row.get(8).equals("open"));
                tried++;
            }
        }
        assertThat(tried).isEqualTo(144);
    }

    @Test
    void bothSidesOfEveryBoundaryAreDecided() {
        assertThat(reasonAt("2026-10-31T16:00:00Z", -1)).isEqualTo(OpeningReason.FORM_NOT_YET_OPEN);
        assertThat(reasonAt("2026-10-31T16:00:00Z", 0)).isEqualTo(OpeningReason.FORM_OPEN);
        assertThat(reasonAt("2026-11-06T16:00:00Z", -1)).isEqualTo(OpeningReason.FORM_OPEN);
        assertThat(reasonAt("2026-11-06T16:00:00Z", 0)).isEqualTo(OpeningReason.FORM_LATE);
        assertThat(reasonAt("2026-11-10T16:00:00Z", -1)).isEqualTo(OpeningReason.FORM_LATE);
        assertThat(reasonAt("2026-11-10T16:00:00Z", 0)).isEqualTo(OpeningReason.FORM_CLOSED);
    }

    private static OpeningReason reasonAt(String moment, int nanos) {
        return isOpen(CLOSING, List.of(), Instant.parse(moment).plusNanos(nanos))
                .reason();
    }

    @Test
    void bothSidesOfEveryTermAreDecided() {
        List<FormEvent> extended =
                List.of(SmallForms.event(1, FormEventKind.EXTEND, SmallForms.noon(2), SmallForms.day(12)));
        List<FormEvent> reopened = List.of(
                SmallForms.event(1, FormEventKind.APPROVE, SmallForms.noon(2), null),
                SmallForms.event(2, FormEventKind.REOPEN, SmallForms.noon(3), SmallForms.day(12)));
        List<FormEvent> returned = List.of(
                SmallForms.event(1, FormEventKind.APPROVE, SmallForms.noon(2), null),
                SmallForms.event(2, FormEventKind.RETURN, SmallForms.noon(3), SmallForms.day(12)));
        Instant over = Instant.parse("2026-11-12T16:00:00Z");

        assertThat(isOpen(CLOSING, extended, over.minusNanos(1)).reason()).isEqualTo(OpeningReason.FORM_EXTENDED);
        assertThat(isOpen(CLOSING, extended, over).reason()).isEqualTo(OpeningReason.FORM_LATE);
        assertThat(isOpen(CLOSING, reopened, over.minusNanos(1)).reason()).isEqualTo(OpeningReason.FORM_REOPENED);
        assertThat(isOpen(CLOSING, reopened, over).reason()).isEqualTo(OpeningReason.FORM_LOCKED);
        assertThat(isOpen(CLOSING, returned, over.minusNanos(1)).reason()).isEqualTo(OpeningReason.FORM_RETURNED);
        assertThat(isOpen(CLOSING, returned, over).reason()).isEqualTo(OpeningReason.FORM_LATE);
        assertThat(isOpen(CLOSING, reopened, SmallForms.noon(3).minusNanos(1)).reason())
                .isEqualTo(OpeningReason.FORM_LOCKED);
        assertThat(isOpen(CLOSING, reopened, SmallForms.noon(2).minusNanos(1)).reason())
                .isEqualTo(OpeningReason.FORM_OPEN);
    }

    @Test
    void closedFormSaysWhenAndWhatToDoInBothLanguages() {
        Opening closed = isOpen(CLOSING, List.of(), SmallForms.noon(11));

        assertThat(closed.message().chinese()).isEqualTo("已于 2026-11-10 停止接收");
        assertThat(closed.message().english()).isEqualTo("Closed since the end of 2026-11-10");
        assertThat(closed.reason().advice().chinese()).isEqualTo("需补报的,请主管部门延期或重新开放");
        assertThat(isOpen(CLOSING, List.of(), SmallForms.noon(0)).message().chinese())
                .isEqualTo("2026-11-01 起开放");
    }

    @Test
    void eventsOfOtherReportsDoNotCount() {
        FormEvent other = new FormEvent(
                1,
                new ReportKey("X2", "two-cells", "2026-10"),
                FormEventKind.APPROVE,
                null,
                null,
                "why",
                "who",
                SmallForms.noon(2));

        assertThat(isOpen(CLOSING, List.of(other), SmallForms.noon(3)).reason()).isEqualTo(OpeningReason.FORM_OPEN);
    }

    @Test
    void formThatNeverClosesIsDecidedWithoutACalendarAndOneThatClosesIsNot() {
        Timetable none = new Timetable(SmallForms.ZONE, WorkingCalendar.of("cn", List.of()));
        Form never = SmallForms.form("never", null, ReportingTimes.dueWorking(5));
        Form closing = SmallForms.form("closing", null, CLOSING);

        assertThat(FormWindow.closed(never, SmallForms.COUNTY, SmallForms.OCTOBER, NOW, List.of(), none))
                .isEmpty();
        assertThatThrownBy(
                        () -> FormWindow.closed(closing, SmallForms.COUNTY, SmallForms.OCTOBER, NOW, List.of(), none))
                .hasMessageContaining("CALENDAR_YEAR_MISSING");
    }

    private static final FormEventKind[] KINDS = {
        FormEventKind.EXTEND, FormEventKind.EXEMPT, FormEventKind.RETURN, FormEventKind.APPROVE, FormEventKind.REOPEN
    };

    private static List<FormEvent> randomEvents(Random random) {
        List<FormEvent> events = new ArrayList<>();
        int day = 1;
        while (random.nextInt(4) > 0) {
            day += random.nextInt(4);
            FormEventKind kind = KINDS[random.nextInt(KINDS.length)];
            events.add(act(
                    events,
                    kind,
                    SmallForms.noon(day),
                    kind.isDated() ? SmallForms.day(day + random.nextInt(8)) : null));
        }
        return events;
    }

    private static ReportingTimes randomTimes(Random random) {
        return new ReportingTimes(
                1 + random.nextInt(8),
                random.nextBoolean(),
                random.nextBoolean() ? 1 : null,
                random.nextBoolean() ? 1 + random.nextInt(4) : null);
    }

    private static List<FormEvent> with(List<FormEvent> events, FormEventKind kind, int at, @Nullable Integer until) {
        List<FormEvent> more = new ArrayList<>(events);
        more.add(act(events, kind, SmallForms.noon(at), until == null ? null : SmallForms.day(until)));
        return more;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void extensionExemptionReturnAndReopeningNeverCloseAForm(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<FormEvent> events = randomEvents(random);
            ReportingTimes times = randomTimes(random);
            int day = 1 + random.nextInt(30);
            Instant now = SmallForms.noon(day);
            if (isOpen(times, events, now).isOpen()) {
                for (FormEventKind kind : KINDS) {
                    if (kind != FormEventKind.APPROVE) {
                        Integer until = kind.isDated() ? Integer.valueOf(day + random.nextInt(5)) : null;
                        assertThat(isOpen(times, with(events, kind, day, until), now)
                                        .isOpen())
                                .as("%s %s then %s on %d", times, events, kind, day)
                                .isTrue();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void approvalClosesWhateverCameBeforeAndOnlyAReturnOrAReopeningOpensAgain(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            ReportingTimes times = randomTimes(random);
            List<FormEvent> approved = with(randomEvents(random), FormEventKind.APPROVE, 60, null);
            for (int day : List.of(60, 61, 90)) {
                assertThat(isOpen(times, approved, SmallForms.noon(day)).reason())
                        .isEqualTo(OpeningReason.FORM_LOCKED);
                assertThat(isOpen(times, with(approved, FormEventKind.EXTEND, 60, 95), SmallForms.noon(day))
                                .isOpen())
                        .isFalse();
                assertThat(isOpen(times, with(approved, FormEventKind.EXEMPT, 60, null), SmallForms.noon(day))
                                .isOpen())
                        .isFalse();
                assertThat(isOpen(times, with(approved, FormEventKind.RETURN, 60, 95), SmallForms.noon(day))
                                .isOpen())
                        .isTrue();
                assertThat(isOpen(times, with(approved, FormEventKind.REOPEN, 60, 95), SmallForms.noon(day))
                                .isOpen())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void timeAloneOpensAFormOnceAndClosesItForGood(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<FormEvent> events = randomEvents(random);
            ReportingTimes times = randomTimes(random);
            int from = events.isEmpty() ? -2 : Math.max(1, lastDay(events));
            boolean wasOpen = false;
            boolean closedAgain = false;
            for (int day = from; day < 60; day++) {
                boolean open = isOpen(times, events, SmallForms.noon(day)).isOpen();
                assertThat(open && closedAgain)
                        .as("%s %s reopened by itself on %d", times, events, day)
                        .isFalse();
                closedAgain |= wasOpen && !open;
                wasOpen |= open;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void widerWindowNeverClosesAForm(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<FormEvent> events = randomEvents(random);
            ReportingTimes times = randomTimes(random);
            Integer closes = times.closesWorkingDays();
            ReportingTimes wider = new ReportingTimes(
                    times.dueDays() + random.nextInt(3),
                    times.inWorkingDays(),
                    null,
                    closes == null ? null : closes + random.nextInt(3));
            Instant now = SmallForms.noon(random.nextInt(40));
            if (isOpen(times, events, now).isOpen()) {
                assertThat(isOpen(wider, events, now).isOpen())
                        .as("%s to %s, %s", times, wider, events)
                        .isTrue();
            }
        }
    }

    private static int lastDay(List<FormEvent> events) {
        return (int) java.time.Duration.between(
                        SmallForms.noon(0), events.get(events.size() - 1).at())
                .toDays();
    }
}
