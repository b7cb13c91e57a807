package org.wenheng.analytics.scheme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Title;

/**
 * What turns points into scores, grades and ranks.
 *
 * @param decimals of the published score
 * @param minimumShareOfParts share of the parts of a longer period that must be there, above 0 and at most 1
 * @param unitsReport elements that a unit must have reported for the period to be scored; without them it is listed
 *     without a score. Empty if every unit is scored
 * @param missingIndicator what an indicator does that should have a value and has none
 * @param grades best first; empty if the scheme grades nobody
 * @param quota how many regions may have the best grade; empty if any number may
 * @param floors what too few points in binding indicators do; blocks nothing if there are none
 * @param peerGroups how regions are grouped for comparison
 * @param parents how the regions above the units are scored; empty if they are not
 * @param adjustments what is added to or taken from the score, and what caps the grade
 */
public record ScoringRules(
        int decimals,
        double minimumShareOfParts,
        Set<String> unitsReport,
        MissingIndicator missingIndicator,
        List<Grade> grades,
        Optional<Quota> quota,
        Floors floors,
        PeerGroups peerGroups,
        Optional<Parents> parents,
        Adjustments adjustments) {

    public ScoringRules {
        unitsReport = Set.copyOf(unitsReport);
        grades = List.copyOf(grades);
    }

    /** What an indicator does that should have a value and has none. */
    public enum MissingIndicator {
        /** It counts with 0 points: the rule for official scores. */
        NO_POINTS,
        /** It is left out, and its weight goes to its siblings: for analysis. */
        LEFT_OUT
    }

    /** A grade for scores from a number (inclusive) up to the next better grade. */
    public record Grade(Title title, double from) {}

    /**
     * How many regions may have the best grade. Those beyond the quota, the lowest scores first, get the next grade.
     *
     * @param atMost share of the scored regions, above 0 and at most 1; the number is rounded down
     * @param of whether the share is of each peer group or of all regions of a kind
     * @param ties codes of nodes: of equal scores the one with more points at the first of them comes first, and so on;
     *     after all of them the lower code of the region
     */
    public record Quota(double atMost, QuotaOf of, List<String> ties) {
        public Quota {
            ties = List.copyOf(ties);
        }
    }

    /** Of which regions a quota is a share. */
    public enum QuotaOf {
        PEER_GROUP,
        ALL_REGIONS
    }

    /**
     * What too few points in binding indicators do. A missing one counts as too few, one that is not applicable does not.
     *
     * @param below points under which an indicator fails
     * @param periods kinds of period in which this is looked at
     */
    public record Floors(double below, Set<Frequency> periods, List<Block> blocks) {
        public Floors {
            periods = Set.copyOf(periods);
            blocks = List.copyOf(blocks);
        }
    }

    /**
     * A grade out of reach.
     *
     * @param count failing indicators from which it is blocked
     * @param grade index in the list of grades; this grade and better ones are blocked
     */
    public record Block(int count, int grade) {}

    /** How regions are grouped. */
    public sealed interface PeerGroups {}

    /** All regions are one group without a name. */
    public record NoPeerGroups() implements PeerGroups {}

    /** By the value of an attribute of the region. */
    public record GroupsByAttribute(String attribute) implements PeerGroups {}

    /** By the value of an element; bands rise, each from its number (inclusive) to the next. */
    public record GroupsByBands(String element, List<Band> bands) implements PeerGroups {
        public GroupsByBands {
            bands = List.copyOf(bands);
        }
    }

    /** A band of an element's values. */
    public record Band(String title, double from) {}

    /** Which region a unit belongs to. */
    public enum Basis {
        /** The region that manages it, where that is another one than the region it lies in. */
        MANAGEMENT,
        /** The region it lies in. */
        CODE
    }

    /**
     * How the regions above the units are scored: a share for the weighted mean of the units, a share for the region's
     * own level. The two shares sum to 1.
     *
     * @param levels levels of the regions scored so
     * @param group the group in which they are ranked
     * @param weightedBy element that weighs the units
     * @param managedBy attribute of a unit that names the region that manages it
     */
    public record Parents(
            List<String> levels,
            String group,
            double unitsShare,
            double ownShare,
            String weightedBy,
            Basis basis,
            String managedBy) {
        public Parents {
            levels = List.copyOf(levels);
        }
    }

    /** What an adjustment does. */
    public enum AdjustmentKind {
        BONUS,
        DEDUCTION,
        VETO
    }

    /**
     * Points beside the tree, or a cap on the grade.
     *
     * @param element counts the cases; not reported means none
     * @param pointsEach points of one case, above 0; 0 for a veto
     */
    public record Adjustment(
            String code, AdjustmentKind kind, Title title, String question, String element, double pointsEach) {}

    /**
     * Everything outside the hundred.
     *
     * @param periods kinds of period in which it is applied
     * @param caps the most points of a kind
     * @param vetoGrade index of the best grade that a region with a veto can have
     * @param items in the order of the scheme, in which the caps are used up
     */
    public record Adjustments(
            Set<Frequency> periods, Map<AdjustmentKind, Double> caps, int vetoGrade, List<Adjustment> items) {
        public Adjustments {
            periods = Set.copyOf(periods);
            caps = Map.copyOf(caps);
            items = List.copyOf(items);
        }
    }
}
