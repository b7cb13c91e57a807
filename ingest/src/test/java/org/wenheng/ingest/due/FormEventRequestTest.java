package org.wenheng.ingest.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.reference.Catalogue;

class FormEventRequestTest {
    private static final Catalogue CATALOGUE = SmallForms.catalogue(3, SmallForms.TWO_CELLS);

    private static FormEventRequest request(FormEventKind kind, String region, @Nullable LocalDate until) {
        return new FormEventRequest(
                kind, List.of(region.split(",")), List.of("two-cells"), "2026-10", until, null, " why ", "who");
    }

    private static FormEventRequest withdrawal(long number) {
        return new FormEventRequest(FormEventKind.WITHDRAW, List.of(), List.of(), "", null, number, "why", "who");
    }

    private static List<String> codes(FormEventRequest request, List<FormEvent> earlier, int day) {
        InputRefusedException refused = catchThrowableOfType(
                InputRefusedException.class, () -> request.judge(CATALOGUE, earlier, 9, SmallForms.noon(day)));
        assertThat(refused).as("%s was not refused", request).isNotNull();
        return refused.problems().stream().map(Problem::code).toList();
    }

    @Test
    void oneRequestForTwoRegionsGivesTwoEventsWithNumbersOfTheirOwn() {
        List<FormEvent> events = request(FormEventKind.EXTEND, "X1,X2", SmallForms.day(9))
                .judge(CATALOGUE, List.of(), 4, SmallForms.noon(3));

        assertThat(events).extracting(FormEvent::number).containsExactly(4L, 5L);
        assertThat(events).extracting(event -> event.report().region()).containsExactly("X1", "X2");
        assertThat(events).extracting(FormEvent::reason).containsOnly("why");
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        FormEventRequest wrong = new FormEventRequest(
                FormEventKind.RETURN,
                List.of("X9", "X"),
                List.of("two-cell", "two-cells"),
                "2026Q4",
                null,
                null,
                " ",
                "");

        assertThat(codes(wrong, List.of(), 3))
                .containsExactlyInAnyOrder(
                        "EVENT_REASON_MISSING",
                        "EVENT_BY_MISSING",
                        "EVENT_UNTIL_MISSING",
                        "REGION_UNKNOWN",
                        "FORM_UNKNOWN",
                        "REGION_NOT_OF_FORM",
                        "PERIOD_NOT_OF_FORM");
    }

    @Test
    void extensionThatShortensAndATermThatHasPassedAreRefused() {
        assertThat(codes(request(FormEventKind.EXTEND, "X1", SmallForms.day(6)), List.of(), 3))
                .containsExactly("EXTENSION_TOO_SHORT");
        assertThat(codes(request(FormEventKind.REOPEN, "X1", SmallForms.day(9)), List.of(), 10))
                .containsExactly("EVENT_UNTIL_PASSED");
        assertThat(codes(request(FormEventKind.APPROVE, "X1", SmallForms.day(9)), List.of(), 3))
                .containsExactly("EVENT_UNTIL_SURPLUS");
    }

    @Test
    void withdrawalNeedsAnActThatStandsAndNamesItsReport() {
        FormEvent approval = SmallForms.event(1, FormEventKind.APPROVE, SmallForms.noon(3), null);
        List<FormEvent> done = withdrawal(1).judge(CATALOGUE, List.of(approval), 2, SmallForms.noon(4));

        assertThat(done).singleElement().satisfies(event -> {
            assertThat(event.report()).isEqualTo(approval.report());
            assertThat(event.withdraws()).isEqualTo(1L);
        });
        List<FormEvent> both = List.of(approval, done.get(0));
        assertThat(codes(withdrawal(1), both, 5)).containsExactly("EVENT_NOT_WITHDRAWABLE");
        assertThat(codes(withdrawal(2), both, 5)).containsExactly("EVENT_NOT_WITHDRAWABLE");
        assertThat(codes(withdrawal(7), both, 5)).containsExactly("EVENT_NOT_WITHDRAWABLE");
        assertThat(FormStanding.asOf(both, SmallForms.noon(3)).approvedAt()).isEqualTo(SmallForms.noon(3));
        assertThat(FormStanding.asOf(both, SmallForms.noon(4))).isEqualTo(FormStanding.UNTOUCHED);
    }

    @Test
    void historyIsNotRewritten() {
        FormEvent approval = SmallForms.event(1, FormEventKind.APPROVE, SmallForms.noon(5), null);

        assertThat(codes(request(FormEventKind.EXEMPT, "X1", null), List.of(approval), 4))
                .containsExactly("EVENT_BEFORE_KNOWN");
    }

    @Test
    void actsOfOneMomentTakeEffectByNumber() {
        FormEvent approve = SmallForms.event(1, FormEventKind.APPROVE, SmallForms.noon(5), null);
        FormEvent sendBack = SmallForms.event(2, FormEventKind.RETURN, SmallForms.noon(5), SmallForms.day(9));
        FormEvent approveAgain = SmallForms.event(3, FormEventKind.APPROVE, SmallForms.noon(5), null);

        assertThat(FormStanding.asOf(List.of(sendBack, approve), SmallForms.noon(6))
                        .approvedAt())
                .isNull();
        assertThat(FormStanding.asOf(List.of(approveAgain, sendBack), SmallForms.noon(6))
                        .approvedAt())
                .isEqualTo(SmallForms.noon(5));
    }
}
