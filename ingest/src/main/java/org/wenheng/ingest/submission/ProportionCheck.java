package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CellCode;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.reference.Relation;

/** Checks a value against another one that it goes with: per unit of it within bounds, and none without it. */
final class ProportionCheck {
    private static final MathContext RATIO = new MathContext(4);

    private final Checks checks;
    private final CheckedCell cell;
    private final RelationPlace at;

    /** @param cell where it is said */
    ProportionCheck(Checks checks, CheckedCell cell, RelationPlace at) {
        this.checks = checks;
        this.cell = cell;
        this.at = at;
    }

    @Nullable
    Finding ratio(Relation.Ratio relation) {
        BigDecimal of = at.value(relation.of());
        BigDecimal per = at.value(relation.per());
        if (of == null || per == null || per.signum() <= 0) {
            return null;
        }
        BigDecimal atLeast = relation.atLeast();
        BigDecimal atMost = relation.atMost();
        boolean tooSmall = atLeast != null && of.compareTo(atLeast.multiply(per)) < 0;
        boolean tooLarge = atMost != null && of.compareTo(atMost.multiply(per)) > 0;
        if (!tooSmall && !tooLarge) {
            return null;
        }
        Map<String, String> facts = new HashMap<>();
        facts.put("value", Wording.plain(of.divide(per, RATIO)));
        facts.put("numerator", Wording.amount(of, at.element(relation.of()).unit()));
        facts.put("denominator", Wording.amount(per, at.element(relation.per()).unit()));
        facts.put("expected", Wording.boundsChinese(atLeast, atMost));
        facts.put("expected-en", Wording.boundsEnglish(atLeast, atMost));
        at.names(facts, "name", List.of(relation.of()));
        at.names(facts, "other", List.of(relation.per()));
        return checks.finding(cell, CellCode.RATIO_OUT_OF_BOUNDS, facts);
    }

    @Nullable
    Finding implication(Relation.Implication relation) {
        BigDecimal given = at.value(relation.given());
        BigDecimal needed = at.value(relation.needed());
        if (given == null || needed == null || given.signum() <= 0 || needed.signum() > 0) {
            return null;
        }
        Map<String, String> facts = new HashMap<>();
        facts.put("value", Wording.amount(given, at.element(relation.given()).unit()));
        at.names(facts, "name", List.of(relation.given()));
        at.names(facts, "other", List.of(relation.needed()));
        return checks.finding(cell, CellCode.POSITIVE_WITHOUT_BASIS, facts);
    }
}
