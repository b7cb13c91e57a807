package org.wenheng.ingest.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.RegionChange.Kind;

/** Whether regions, their days in force and the changes between them tell one story. Everything that does not fit is said. */
final class RegionHistoryCheck {
    private final RegionHistory history;
    private final Map<Region, ReferenceRow> rows;
    private final Map<RegionChange, ReferenceRow> changes;

    RegionHistoryCheck(RegionHistory history, Map<Region, ReferenceRow> rows, Map<RegionChange, ReferenceRow> changes) {
        this.history = history;
        this.rows = rows;
        this.changes = changes;
    }

    void run() {
        history.regions().stream().map(Region::code).distinct().forEach(this::checkOneAtATime);
        history.regions().forEach(this::checkParent);
        changes.keySet().forEach(this::checkChange);
        new RegionWeightsCheck(history, changes).run();
        history.changes().stream()
                .map(RegionChange::date)
                .findFirst()
                .ifPresent(first -> history.regions().forEach(region -> checkEnds(region, first)));
    }

    private void checkOneAtATime(String code) {
        List<Region> sorted = new ArrayList<>(history.everUnder(code));
        sorted.sort(Comparator.comparing(RegionHistoryCheck::begin));
        for (int i = 1; i < sorted.size(); i++) {
            Region before = sorted.get(i - 1);
            Region after = sorted.get(i);
            if (!end(before).isBefore(begin(after))) {
                problem(
                        after,
                        "REGION_VALIDITY_OVERLAP",
                        "代码 %s 同时属于“%s”(至 %s)和“%s”(自 %s)"
                                .formatted(
                                        code,
                                        before.name().chinese(),
                                        day(before.validTo()),
                                        after.name().chinese(),
                                        day(after.validFrom())),
                        "The code %s stands for \"%s\" (to %s) and \"%s\" (from %s) at once"
                                .formatted(
                                        code,
                                        before.name().english(),
                                        day(before.validTo()),
                                        after.name().english(),
                                        day(after.validFrom())));
            }
        }
    }

    /** A parent is in force as long as its region, under whatever name; if its first day is not known, on its last. */
    private void checkParent(Region region) {
        String code = region.parent();
        if (code == null || history.everUnder(code).isEmpty()) {
            return; // An unknown parent of a present region is said by its reader; a former one is said below.
        }
        if (isAboveItself(region)) {
            problem(
                    region,
                    "REGION_CYCLE",
                    "\"%s\" 的上级最终是它自己".formatted(region.code()),
                    "The parents of \"%s\" lead back to itself".formatted(region.code()));
            return;
        }
        LocalDate reached = region.validFrom() != null ? region.validFrom() : end(region);
        boolean covered = true;
        while (covered && !reached.isAfter(end(region))) {
            Optional<Region> parent = history.on(code, reached);
            covered = parent.isPresent();
            LocalDate until = parent.map(RegionHistoryCheck::end).orElse(reached);
            if (until.equals(LocalDate.MAX)) {
                return;
            }
            reached = until.plusDays(covered ? 1 : 0);
        }
        if (!covered) {
            problem(
                    region,
                    "REGION_PARENT_NOT_IN_FORCE",
                    "%s 的上级 %s 在 %s 不在有效期内".formatted(region.code(), code, day(reached)),
                    "%s lies in %s, which is not in force on %s".formatted(region.code(), code, day(reached)));
        }
    }

    /** Whether the parents of a former region lead back to it on its last day; those of a present one its reader has seen. */
    private boolean isAboveItself(Region region) {
        LocalDate last = region.validTo();
        Region at = region;
        for (int steps = 0;
                last != null
                        && at.parent() != null
                        && steps <= history.regions().size();
                steps++) {
            Optional<Region> parent = history.on(at.parent(), last);
            if (parent.isEmpty()) {
                return false;
            }
            at = parent.get();
            if (at.equals(region)) {
                return true;
            }
        }
        return false;
    }

    private void checkChange(RegionChange change) {
        ReferenceRow row = changes.get(change);
        if (row == null || change.date().equals(LocalDate.MIN)) {
            return;
        }
        LocalDate eve = change.date().minusDays(1);
        String from = change.from();
        String to = change.to();
        Optional<Region> before = from == null ? Optional.empty() : history.on(from, eve);
        Optional<Region> after = to == null ? Optional.empty() : history.on(to, change.date());
        if (from != null && before.isEmpty()) {
            row.problem(
                    "CHANGE_FROM_NOT_IN_FORCE",
                    "代码 %s 在变更前一日 %s 不在有效期内".formatted(from, eve),
                    "The code %s is not in force on %s, the day before the change".formatted(from, eve));
        }
        if (to != null && after.isEmpty()) {
            row.problem(
                    "CHANGE_TO_NOT_IN_FORCE",
                    "代码 %s 在变更当日 %s 不在有效期内".formatted(to, change.date()),
                    "The code %s is not in force on %s, the day of the change".formatted(to, change.date()));
        }
        if (before.isPresent() && endsWith(change) && end(before.get()).isAfter(eve) && !staysInPart(change)) {
            row.problem(
                    "CHANGE_FROM_CONTINUES",
                    "变更后 %s 应停用,但其有效期至 %s".formatted(from, day(before.get().validTo())),
                    "%s should end with the change but is in force until %s"
                            .formatted(from, day(before.get().validTo())));
        }
        if (before.isPresent() && after.isPresent()) {
            checkDifference(change, row, before.get(), after.get());
        }
    }

    private static void checkDifference(RegionChange change, ReferenceRow row, Region before, Region after) {
        boolean sameParent = Objects.equals(before.parent(), after.parent());
        if (change.kind() == Kind.TRANSFER && sameParent) {
            row.problem(
                    "CHANGE_WITHOUT_DIFFERENCE",
                    "划转前后上级都是 %s".formatted(after.parent()),
                    "The parent is %s before and after the transfer".formatted(after.parent()));
        }
        if (change.kind() == Kind.RENAME && before.name().equals(after.name())) {
            row.problem(
                    "CHANGE_WITHOUT_DIFFERENCE",
                    "更名前后都是“%s”".formatted(after.name().chinese()),
                    "The name is \"%s\" before and after".formatted(after.name().english()));
        }
        if ((change.kind() == Kind.RECODE || change.kind() == Kind.RENAME) && !sameParent) {
            row.problem(
                    "CHANGE_HIDES_TRANSFER",
                    "上级由 %s 变为 %s,请写 transfer".formatted(before.parent(), after.parent()),
                    "The parent changes from %s to %s: write transfer".formatted(before.parent(), after.parent()));
        }
    }

    /** Whether a region that such a change leaves is there no more under that name, code and parent. */
    private static boolean endsWith(RegionChange change) {
        return change.kind().passesOn() || change.kind() == Kind.ABOLISH;
    }

    private boolean staysInPart(RegionChange change) {
        String from = Objects.requireNonNull(change.from());
        return !change.kind().keepsPlace()
                && history.leaving(from, change.date()).stream().anyMatch(other -> from.equals(other.to()));
    }

    /** From the first change on, every end and every beginning has to be in the changes. */
    private void checkEnds(Region region, LocalDate first) {
        LocalDate end = region.validTo();
        LocalDate begin = region.validFrom();
        if (end != null
                && !end.plusDays(1).isBefore(first)
                && history.leaving(region.code(), end.plusDays(1)).stream().noneMatch(RegionHistoryCheck::endsWith)) {
            problem(
                    region,
                    "REGION_SUCCESSOR_MISSING",
                    "%s“%s”于 %s 停用,但没有说明去向的变更"
                            .formatted(region.code(), region.name().chinese(), end),
                    "%s \"%s\" ends on %s and no change says what became of it"
                            .formatted(region.code(), region.name().english(), end));
        }
        if (begin != null
                && !begin.isBefore(first)
                && history.arriving(region.code(), begin).stream().allMatch(change -> change.kind() == Kind.BOUNDARY)) {
            boolean reused = history.everUnder(region.code()).stream()
                    .anyMatch(other -> end(other).isBefore(begin));
            problem(
                    region,
                    reused ? "REGION_CODE_REUSED" : "REGION_ORIGIN_MISSING",
                    reused
                            ? "代码 %s 曾属于另一行政区,%s 起又属于“%s”,但没有说明来历的变更"
                                    .formatted(
                                            region.code(), begin, region.name().chinese())
                            : "%s“%s”自 %s 起有效,但没有说明来历的变更(新设请写 establish)"
                                    .formatted(region.code(), region.name().chinese(), begin),
                    reused
                            ? "The code %s stood for another region and stands for \"%s\" from %s; no change says why"
                                    .formatted(region.code(), region.name().english(), begin)
                            : "%s \"%s\" begins on %s and no change says where it comes from (establish, if it is new)"
                                    .formatted(region.code(), region.name().english(), begin));
        }
    }

    private void problem(Region region, String code, String chinese, String english) {
        Objects.requireNonNull(rows.get(region)).problem(code, chinese, english);
    }

    private static LocalDate begin(Region region) {
        return region.validFrom() == null ? LocalDate.MIN : region.validFrom();
    }

    private static LocalDate end(Region region) {
        return region.validTo() == null ? LocalDate.MAX : region.validTo();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "…" : day.equals(LocalDate.MIN) ? "…" : day.toString();
    }
}
