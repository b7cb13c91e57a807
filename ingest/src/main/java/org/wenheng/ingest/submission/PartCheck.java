package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CellCode;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.reference.Relation;

/** Checks parts against their whole: those that make it up, and those that are not above it. */
final class PartCheck {
    private final Checks checks;
    private final CheckedCell cell;
    private final RelationPlace at;

    /** @param cell where it is said */
    PartCheck(Checks checks, CheckedCell cell, RelationPlace at) {
        this.checks = checks;
        this.cell = cell;
        this.at = at;
    }

    @Nullable
    Finding sum(Relation.Sum relation) {
        BigDecimal whole = at.value(relation.whole());
        List<BigDecimal> parts = at.known(relation.parts(), true);
        if (whole == null || parts.isEmpty()) {
            return null;
        }
        BigDecimal difference = RelationPlace.added(parts).subtract(whole);
        boolean allKnown =
                at.known(relation.parts(), false).size() == relation.parts().size();
        if (difference.abs().compareTo(relation.tolerance()) <= 0 || (!allKnown && difference.signum() < 0)) {
            return null;
        }
        CellCode code = allKnown ? CellCode.SUM_NOT_WHOLE : CellCode.PARTS_ABOVE_WHOLE;
        return finding(code, relation.parts(), List.of(relation.whole()), RelationPlace.added(parts), whole);
    }

    @Nullable
    Finding limit(Relation.Limit relation) {
        List<BigDecimal> wholes = at.known(relation.wholes(), false);
        List<BigDecimal> parts = at.known(relation.parts(), true);
        if (wholes.size() < relation.wholes().size() || parts.isEmpty()) {
            return null;
        }
        BigDecimal part = RelationPlace.added(parts);
        BigDecimal whole = RelationPlace.added(wholes);
        BigDecimal excess = part.subtract(whole);
        if (excess.signum() <= 0 || excess.compareTo(at.rounding(relation)) <= 0) {
            return null;
        }
        CellCode code = relation.parts().size() == 1 ? CellCode.PART_ABOVE_WHOLE : CellCode.PARTS_ABOVE_WHOLE;
        return finding(code, relation.parts(), relation.wholes(), part, whole);
    }

    private Finding finding(CellCode code, List<String> parts, List<String> wholes, BigDecimal part, BigDecimal whole) {
        String unit = at.element(wholes.get(0)).unit();
        Map<String, String> facts = new HashMap<>();
        facts.put("value", Wording.amount(part, unit));
        facts.put("expected", Wording.amount(whole, unit));
        facts.put("difference", Wording.amount(part.subtract(whole).abs(), unit));
        at.names(facts, "name", parts);
        at.names(facts, "parts", parts);
        at.names(facts, "other", wholes);
        return checks.finding(cell, code, facts);
    }
}
