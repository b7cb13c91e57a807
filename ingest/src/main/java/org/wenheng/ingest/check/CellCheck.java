package org.wenheng.ingest.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.HeadCheck.CheckedHead;
import org.wenheng.ingest.check.HeadCheck.HeadFault;
import org.wenheng.ingest.read.ReportedCell;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/** Checks one cell: what it is about, its unit, its number, its range. All that is wrong is said at once. */
final class CellCheck {
    private final Catalogue catalogue;
    private final RuleBook rules;
    private final Units units;

    CellCheck(Catalogue catalogue, RuleBook rules, Units units) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.units = units;
    }

    CheckedCell check(ReportedCell cell, CheckedHead head) {
        List<Finding> findings = new ArrayList<>(0);
        for (HeadFault fault : head.faults()) {
            findings.add(finding(cell, head, fault.code(), fault.facts()));
        }
        Element element = catalogue.elements().get(cell.element());
        if (element == null) {
            findings.add(finding(cell, head, CellCode.ELEMENT_UNKNOWN, Map.of()));
        } else {
            checkPlace(cell, head, element, findings);
        }
        BigDecimal value = element == null || cell.missing() != null ? null : value(cell, head, element, findings);
        ValueStatus status = cell.missing() == null ? ValueStatus.REPORTED : cell.missing();
        return new CheckedCell(cell, keyOf(head, element), status, value, List.copyOf(findings));
    }

    private static @Nullable ObservationKey keyOf(CheckedHead head, @Nullable Element element) {
        return head.region() == null || head.period() == null || element == null
                ? null
                : new ObservationKey(
                        head.region().code(),
                        head.given().facilityCode(),
                        head.given().period(),
                        element.code());
    }

    private void checkPlace(ReportedCell cell, CheckedHead head, Element element, List<Finding> findings) {
        Form form = head.form();
        if (form != null && !form.elements().contains(element.code())) {
            findings.add(finding(cell, head, CellCode.ELEMENT_NOT_OF_FORM, Map.of("expected", form.code())));
        }
        Period period = head.period();
        boolean alreadySaid = form != null && period != null && period.frequency() != form.frequency();
        if (period != null && !alreadySaid && period.frequency() != element.frequency()) {
            findings.add(finding(
                    cell,
                    head,
                    CellCode.PERIOD_NOT_OF_FORM,
                    HeadCheck.periodFacts(period.code(), element.frequency())));
        }
    }

    private @Nullable BigDecimal value(ReportedCell cell, CheckedHead head, Element element, List<Finding> findings) {
        String unit = cell.unit() == null ? element.unit() : cell.unit();
        ReportedNumber number = ReportedNumber.of(cell.given(), unit);
        if (number.fault() != null) {
            findings.add(finding(cell, head, number.fault(), Map.of()));
        }
        if (number.mayBeFraction(cell.given(), unit, element)) {
            String percent = ReportedNumber.asPercent(number);
            findings.add(finding(cell, head, CellCode.RATE_AS_FRACTION, Map.of("expected", percent)));
        }
        BigDecimal probe = number.value() == null ? BigDecimal.ONE : number.value();
        Optional<BigDecimal> converted = units.convert(probe, unit, element.unit());
        if (converted.isEmpty()) {
            CellCode code = units.knows(unit) ? CellCode.UNIT_WRONG : CellCode.UNIT_UNKNOWN;
            findings.add(finding(cell, head, code, Map.of("expected", element.unit())));
        }
        if (number.value() == null || converted.isEmpty()) {
            return null;
        }
        checkRange(cell, head, element, converted.get(), findings);
        checkAllowed(cell, head, element, converted.get(), findings);
        return converted.get();
    }

    private void checkRange(
            ReportedCell cell, CheckedHead head, Element element, BigDecimal value, List<Finding> findings) {
        BigDecimal minimum = element.minimum();
        BigDecimal maximum = element.maximum();
        if (minimum != null && value.compareTo(minimum) < 0) {
            CellCode code = value.signum() < 0 && minimum.signum() >= 0
                    ? CellCode.VALUE_NEGATIVE
                    : CellCode.VALUE_BELOW_MINIMUM;
            findings.add(finding(cell, head, code, Map.of("expected", limit(minimum, element))));
        }
        if (maximum != null && value.compareTo(maximum) > 0) {
            findings.add(
                    finding(cell, head, CellCode.VALUE_ABOVE_MAXIMUM, Map.of("expected", limit(maximum, element))));
        }
        if (element.integer() && value.stripTrailingZeros().scale() > 0) {
            findings.add(finding(cell, head, CellCode.VALUE_NOT_WHOLE, Map.of()));
        }
    }

    private void checkAllowed(
            ReportedCell cell, CheckedHead head, Element element, BigDecimal value, List<Finding> findings) {
        List<BigDecimal> allowed = catalogue.checks().allowed().getOrDefault(element.code(), List.of());
        if (!allowed.isEmpty() && allowed.stream().noneMatch(one -> one.compareTo(value) == 0)) {
            String choices = allowed.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
            findings.add(finding(cell, head, CellCode.VALUE_NOT_ALLOWED, Map.of("expected", choices)));
        }
    }

    private static String limit(BigDecimal limit, Element element) {
        return limit.toPlainString() + " " + element.unit();
    }

    /** A finding about a cell; facts that every sentence may use are added. */
    Finding finding(ReportedCell cell, CheckedHead head, CellCode code, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>();
        all.put("given", cell.given());
        all.put("element", cell.element());
        Element element = catalogue.elements().get(cell.element());
        String unit = cell.unit() != null ? cell.unit() : element == null ? "" : element.unit();
        all.put("unit", unit);
        Title name = element == null ? new Title(cell.element(), cell.element()) : Checks.nameOf(element);
        all.put("name", name.chinese());
        all.put("name-en", name.english());
        all.putAll(facts);
        Rule rule = rules.rule(code);
        return new Finding(
                rule.code(),
                rule.severity(),
                cell.sheet(),
                cell.address(),
                head.region() == null ? head.given().region() : head.region().code(),
                head.given().period(),
                cell.element(),
                cell.given(),
                rule.message(all),
                rule.advice(all),
                cell.remark().isEmpty() ? null : cell.remark());
    }
}
