package org.wenheng.ingest.due;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Title;

/**
 * Lights a lamp for a report that is not done when all conditions that are given hold.
 *
 * @param workingDaysLeft in time, and not more than this many working days are left after today; null if not asked
 * @param workingDaysOverdue overdue by at least this many working days, 0 for any; null if not asked
 * @param overdueInARow periods in a row, this one included, whose deadline was missed; null if not asked
 * @param completenessBelow per cent of the expected cells that are answered at most, this bound excluded; null if not asked
 * @param returned whether it waits to be sent again after a return; false does not ask
 */
public record LightRule(
        Light light,
        @Nullable Integer workingDaysLeft,
        @Nullable Integer workingDaysOverdue,
        @Nullable Integer overdueInARow,
        @Nullable Integer completenessBelow,
        boolean returned) {

    /**
     * What a rule needs to know of a report that is not done.
     *
     * @param workingDaysLeft after today up to the deadline; negative if it has passed
     * @param workingDaysOverdue since the deadline, today included; negative if it has not passed
     * @param missedInARow periods in a row, this one included, whose deadline was missed; 0 if this one's was not
     * @param percent of the expected cells that are answered, rounded down
     */
    public record Facts(int workingDaysLeft, int workingDaysOverdue, int missedInARow, int percent, boolean returned) {}

    /** Why the lamp is lit, one reason for each condition; empty if it is not. */
    Optional<Title> reason(Facts facts) {
        List<Title> reasons = new ArrayList<>();
        if (returned) {
            if (!facts.returned()) {
                return Optional.empty();
            }
            reasons.add(new Title("已退回,尚未重报", "returned and not sent again"));
        }
        if (workingDaysLeft != null) {
            int left = facts.workingDaysLeft();
            if (left < 0 || left > workingDaysLeft) {
                return Optional.empty();
            }
            reasons.add(
                    left == 0
                            ? new Title("即将截止", "due before the next working day")
                            : new Title("距截止 %d 个工作日".formatted(left), "%d working day(s) left".formatted(left)));
        }
        if (workingDaysOverdue != null) {
            int overdue = facts.workingDaysOverdue();
            if (overdue < 0 || overdue < workingDaysOverdue) {
                return Optional.empty();
            }
            reasons.add(
                    overdue == 0
                            ? new Title("已过截止日", "past the deadline")
                            : new Title(
                                    "逾期 %d 个工作日".formatted(overdue),
                                    "overdue by %d working day(s)".formatted(overdue)));
        }
        if (overdueInARow != null) {
            int row = facts.missedInARow();
            if (row < overdueInARow) {
                return Optional.empty();
            }
            reasons.add(new Title("连续 %d 期逾期".formatted(row), "deadline missed %d times in a row".formatted(row)));
        }
        if (completenessBelow != null) {
            if (facts.percent() >= completenessBelow) {
                return Optional.empty();
            }
            reasons.add(new Title(
                    "完整率 %d%%,低于 %d%%".formatted(facts.percent(), completenessBelow),
                    "%d %% complete, below %d %%".formatted(facts.percent(), completenessBelow)));
        }
        return Optional.of(new Title(
                reasons.stream().map(Title::chinese).collect(Collectors.joining(",")),
                reasons.stream().map(Title::english).collect(Collectors.joining(", "))));
    }
}
