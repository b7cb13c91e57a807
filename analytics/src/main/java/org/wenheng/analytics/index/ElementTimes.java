package org.wenheng.analytics.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wenheng.analytics.index.ElementReading.Part;
import org.wenheng.analytics.scheme.formula.Quantity;
import org.wenheng.analytics.scheme.formula.Quantity.State;
import org.wenheng.analytics.scheme.formula.Reach;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * Brings elements to the period that is scored. Same frequency: the value. Finer: accumulated over the parts by the
 * element's rule. Coarser: the value of the period that contains it. A mean of the last periods is taken over the
 * element's own kind of period, whatever its rule. Nil counts as 0. Parts that are not applicable are
 * not expected; if fewer than the minimum share of the expected parts are there, there is no value.
 */
final class ElementTimes {
    private final ElementPanel panel;
    private final Catalogue catalogue;
    private final double minimumShare;
    private final Optional<Others> others;

    ElementTimes(ElementPanel panel, Catalogue catalogue, double minimumShare) {
        this(panel, catalogue, minimumShare, Optional.empty());
    }

    /**
     * @param others regions that are read elsewhere
     */
    ElementTimes(ElementPanel panel, Catalogue catalogue, double minimumShare, Optional<Others> others) {
        this.panel = panel;
        this.catalogue = catalogue;
        this.minimumShare = minimumShare;
        this.others = others;
    }

    /** Months of the year that have passed at the end of the period in which a region is read. */
    int months(String region, Period period) {
        return elsewhere(region)
                .map(other -> other.instead(period))
                .orElse(period)
                .months();
    }

    ElementReading read(String region, String code, Period period, Reach reach) {
        return elsewhere(region)
                .map(other -> new ElementTimes(other.panel(), catalogue, minimumShare)
                        .readHere(region, code, other.instead(period), reach))
                .orElseGet(() -> readHere(region, code, period, reach));
    }

    private Optional<Others> elsewhere(String region) {
        return others.filter(other -> !other.own().contains(region));
    }

    private ElementReading readHere(String region, String code, Period period, Reach reach) {
        Element element = catalogue.elements().get(code);
        if (element == null) {
            throw new IllegalArgumentException("The catalogue has no element " + code);
        }
        List<Part> parts = periods(element, period, reach).stream()
                .map(part -> new Part(part, cell(region, part, code)))
                .toList();
        List<Part> expected = parts.stream()
                .filter(part -> part.cell().status() != ValueStatus.NOT_APPLICABLE)
                .toList();
        List<Part> usable = expected.stream().filter(Part::isUsable).toList();
        if (expected.isEmpty()) {
            return new ElementReading(code, Quantity.without(State.NOT_APPLICABLE), parts, false);
        }
        if (usable.size() < needed(expected.size(), minimumShare)) {
            return new ElementReading(code, Quantity.without(reason(expected)), parts, false);
        }
        boolean partial = usable.size() < expected.size() || usable.stream().anyMatch(Part::lacksFacilities);
        return new ElementReading(code, Quantity.of(accumulated(ruleOf(element, reach), usable)), parts, partial);
    }

    /** The parts that must be there: the share of those expected, rounded up; 9 of 12, 3 of 4, 3 of 3 for 0.75. */
    static int needed(int expected, double minimumShare) {
        return Math.max(1, (int) Math.ceil(minimumShare * expected - 1e-9));
    }

    private static List<Period> periods(Element element, Period period, Reach reach) {
        Frequency own = element.frequency();
        Period scored = reach.kind() == Reach.Kind.PREVIOUS ? period.previous() : period;
        boolean coarser = scored.frequency().isFinerThan(own);
        List<Period> parts = scored.in(own);
        return switch (reach.kind()) {
            case PERIOD, PREVIOUS -> parts;
            case YEAR_TO_DATE -> coarser ? parts : scored.yearToDate(own);
            case MEAN_OF_LAST -> last(reach.periods(), parts.get(parts.size() - 1));
        };
    }

    /** So many periods up to one, in the order of time. */
    private static List<Period> last(int count, Period end) {
        List<Period> periods = new ArrayList<>();
        for (Period period = end; periods.size() < count; period = period.previous()) {
            periods.add(0, period);
        }
        return periods;
    }

    private ElementPanel.Cell cell(String region, Period period, String code) {
        ElementPanel.Cell cell = panel.at(region, period, code);
        if (cell.status() == ValueStatus.REPORTED && !Double.isFinite(cell.value())) {
            throw new IllegalArgumentException(
                    "A reported value must be a finite number: %s %s %s".formatted(region, period.code(), code));
        }
        return cell;
    }

    /** Withheld, if that alone explains the gap; otherwise not reported. */
    private static State reason(List<Part> expected) {
        boolean unreported = expected.stream().anyMatch(part -> !part.isGiven());
        return unreported ? State.NOT_REPORTED : State.SUPPRESSED;
    }

    private static Accumulation ruleOf(Element element, Reach reach) {
        return reach.kind() == Reach.Kind.MEAN_OF_LAST ? Accumulation.MEAN : element.overTime();
    }

    private static double accumulated(Accumulation rule, List<Part> usable) {
        double sum = usable.stream().mapToDouble(Part::value).reduce(0, Double::sum);
        return switch (rule) {
            case SUM -> sum;
            case LAST -> usable.get(usable.size() - 1).value();
            case MEAN -> usable.size() == 1 ? usable.get(0).value() : sum / usable.size();
        };
    }
}
