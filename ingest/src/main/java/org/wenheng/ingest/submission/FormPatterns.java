package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CellCode;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.Rule;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.submission.HistoryCheck.Compared;
import org.wenheng.ingest.submission.Manners.Manner;

/**
 * Patterns in many values of one file: the last period's or a sibling's values again, round numbers, columns that are all a
 * power of ten off. Gathers value by value; one object per file.
 */
final class FormPatterns {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    private final Catalogue catalogue;
    private final Checks checks;
    private final boolean oneRegion;
    private final Map<Group, Tally> tallies = new LinkedHashMap<>();
    private final Map<String, Jumps> jumpsOfElement = new LinkedHashMap<>();
    private final Map<String, Jumps> jumpsOfUnit = new LinkedHashMap<>();
    private final double forwardDigits;
    private final double siblingDigits;
    private @Nullable Tally current;
    private final double roundedSmallest;
    private final double heapedSmallest;

    /** @param oneRegion whether all values of the file are of one region, so that its facilities are looked at together */
    FormPatterns(Catalogue catalogue, Checks checks, boolean oneRegion) {
        this.catalogue = catalogue;
        this.checks = checks;
        this.oneRegion = oneRegion;
        this.forwardDigits = rule(CellCode.COPIED_FORWARD).parameter("digits");
        this.siblingDigits = rule(CellCode.COPIED_FROM_SIBLING).parameter("digits");
        this.roundedSmallest = rule(CellCode.ROUNDED_VALUES).parameter("smallest");
        this.heapedSmallest = rule(CellCode.DIGITS_HEAPED).parameter("smallest");
    }

    private Rule rule(CellCode code) {
        return checks.rules().rule(code);
    }

    /** The values that are looked at together. */
    private record Group(String region, String facility, String period) {
        boolean holds(ObservationKey key, boolean oneRegion) {
            return region.equals(key.regionCode())
                    && period.equals(key.period())
                    && (oneRegion || facility.equals(key.facilityCode()));
        }
    }

    /** How many values were looked at, and how many show the pattern. */
    private static final class Share {
        private int total;
        private int count;

        void add(boolean shows) {
            total++;
            count += shows ? 1 : 0;
        }

        boolean reaches(Rule rule) {
            return reaches((int) rule.parameter("fewest"), count, rule);
        }

        boolean reaches(int fewest, int amount, Rule rule) {
            return amount >= fewest && count >= rule.parameter("share") * total;
        }
    }

    private static final class Tally {
        private final Group group;
        private final Share sameAsBefore = new Share();
        private final Share rounded = new Share();
        private final Share heaped = new Share();
        private final Map<String, Share> sameAsSibling = new LinkedHashMap<>();
        private final Set<String> sheets = new LinkedHashSet<>();
        private final Set<String> explanations = new LinkedHashSet<>();

        Tally(Group group) {
            this.group = group;
        }
    }

    private static final class Jumps {
        private final Map<Integer, Integer> byPower = new TreeMap<>();
        private int total;
    }

    /** Takes in a value that was compared with its history. */
    void add(CheckedCell cell, Manner manner, Compared compared, Known known) {
        ObservationKey key = Objects.requireNonNull(cell.key());
        BigDecimal value = Objects.requireNonNull(cell.value());
        Tally tally = tally(cell, key);
        addRoundness(tally, manner.element(), value);
        addJump(jumpsOfElement, manner.element().code(), compared);
        addJump(jumpsOfUnit, manner.element().unit(), compared);
        if (manner.steady()) {
            return;
        }
        int significant = ParentTotals.significantDigits(value);
        if (compared.sameAsBefore() != null && significant >= forwardDigits) {
            tally.sameAsBefore.add(compared.sameAsBefore());
        }
        if (key.facilityCode().isEmpty() && significant >= siblingDigits) {
            known.siblings(key)
                    .forEach((region, other) -> tally.sameAsSibling
                            .computeIfAbsent(region, any -> new Share())
                            .add(other.compareTo(value) == 0));
        }
    }

    private Tally tally(CheckedCell cell, ObservationKey key) {
        Tally tally = current;
        if (tally == null || !tally.group.holds(key, oneRegion)) {
            Group group = new Group(key.regionCode(), oneRegion ? "" : key.facilityCode(), key.period());
            tally = tallies.computeIfAbsent(group, Tally::new);
            current = tally;
        }
        tally.sheets.add(cell.cell().sheet());
        if (!cell.cell().remark().isEmpty() && Finding.explains(cell.cell().remark())) {
            tally.explanations.add(cell.cell().remark());
        }
        return tally;
    }

    private void addRoundness(Tally tally, Element element, BigDecimal value) {
        if (element.integer() && value.doubleValue() >= heapedSmallest) {
            tally.heaped.add(value.remainder(FIVE).signum() == 0);
        }
        if (element.integer() && value.doubleValue() >= roundedSmallest) {
            tally.rounded.add(value.remainder(HUNDRED).signum() == 0);
        }
    }

    private static void addJump(Map<String, Jumps> all, String name, Compared compared) {
        if (compared.comparable()) {
            Jumps jumps = all.computeIfAbsent(name, any -> new Jumps());
            jumps.total++;
            if (compared.power() != 0) {
                jumps.byPower.merge(compared.power(), 1, Integer::sum);
            }
        }
    }

    /** What the values of the file show together. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        boolean wholeColumns = addJumps(jumpsOfElement, findings);
        if (!wholeColumns) {
            addJumps(jumpsOfUnit, findings);
        }
        tallies.forEach((group, tally) -> {
            addIfReached(
                    findings,
                    CellCode.COPIED_FORWARD,
                    tally.sameAsBefore,
                    group,
                    tally,
                    Map.of(
                            "period",
                            Period.parse(group.period())
                                    .orElseThrow()
                                    .previous()
                                    .code()));
            tally.sameAsSibling.forEach((region, share) ->
                    addIfReached(findings, CellCode.COPIED_FROM_SIBLING, share, group, tally, siblingFacts(region)));
            addIfLarge(findings, CellCode.ROUNDED_VALUES, tally.rounded, group, tally);
            addIfLarge(findings, CellCode.DIGITS_HEAPED, tally.heaped, group, tally);
        });
        return findings;
    }

    private Map<String, String> siblingFacts(String region) {
        Title name =
                Objects.requireNonNull(catalogue.regions().get(region), region).name();
        return Map.of("other", name.chinese(), "other-en", name.english());
    }

    /** The few that are needed are those that show the pattern. */
    private void addIfReached(
            List<Finding> findings, CellCode code, Share share, Group group, Tally tally, Map<String, String> facts) {
        if (share.reaches(rule(code))) {
            findings.add(finding(code, share, group, tally, facts));
        }
    }

    /** The few that are needed are those that are looked at. */
    private void addIfLarge(List<Finding> findings, CellCode code, Share share, Group group, Tally tally) {
        Rule rule = rule(code);
        if (share.reaches((int) rule.parameter("fewest"), share.total, rule)) {
            findings.add(finding(code, share, group, tally, Map.of()));
        }
    }

    private Finding finding(CellCode code, Share share, Group group, Tally tally, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>(facts);
        all.put("total", Integer.toString(share.total));
        all.put("count", Integer.toString(share.count));
        all.put("given", share.count + "/" + share.total);
        return checks.finding(
                code,
                tally.sheets.size() == 1 ? tally.sheets.iterator().next() : "",
                group.region(),
                group.period(),
                null,
                all,
                tally.explanations.isEmpty() ? null : String.join(";", tally.explanations));
    }

    private boolean addJumps(Map<String, Jumps> all, List<Finding> findings) {
        Rule rule = rule(CellCode.MAGNITUDE_JUMP_WIDE);
        boolean any = false;
        for (Map.Entry<String, Jumps> entry : all.entrySet()) {
            Jumps jumps = entry.getValue();
            for (Map.Entry<Integer, Integer> byPower : jumps.byPower.entrySet()) {
                int count = byPower.getValue();
                if (count >= rule.parameter("fewest") && count >= rule.parameter("share") * jumps.total) {
                    findings.add(jump(entry.getKey(), jumps, byPower.getKey(), count));
                    any = true;
                }
            }
        }
        return any;
    }

    /** @param name code of an element, or a unit in which several elements are counted */
    private Finding jump(String name, Jumps jumps, int power, int count) {
        Element element = catalogue.elements().get(name);
        Title what = element == null
                ? new Title("以“%s”为单位".formatted(name), "in \"%s\"".formatted(name))
                : Checks.nameOf(element);
        return checks.finding(
                CellCode.MAGNITUDE_JUMP_WIDE,
                "",
                null,
                null,
                element == null ? null : name,
                Map.of(
                        "given", what.chinese(),
                        "given-en", what.english(),
                        "total", Integer.toString(jumps.total),
                        "count", Integer.toString(count),
                        "times", Wording.timesChinese(power),
                        "times-en", Wording.timesEnglish(power)),
                null);
    }
}
