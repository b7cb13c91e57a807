package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wenheng.ingest.check.ChangeCheck;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.FieldChecks;

/** How the values of the elements of a catalogue are compared with others. */
final class Manners {
    /** A whole number that cannot be larger than this is a yes or no, a grade or a number of items out of a few. */
    private static final BigDecimal SMALL_SCALE = BigDecimal.TEN;
    /** Former years from which a value is compared with the same month or quarter only. */
    private static final int SEASONS = 3;

    private final Map<String, Manner> manners;

    Manners(Catalogue catalogue) {
        this.manners = catalogue.elements().values().stream()
                .map(element -> manner(element, catalogue.checks()))
                .collect(Collectors.toMap(manner -> manner.element().code(), Function.identity()));
    }

    /**
     * How the values of one element are compared.
     *
     * @param compared whether with earlier values, with peers and with other regions at all
     * @param steady whether it normally stays the same
     * @param runningTotal whether it is the total of the year so far
     * @param adds whether the values of regions add up to that of their parent
     */
    record Manner(
            Element element,
            boolean compared,
            boolean steady,
            boolean runningTotal,
            boolean adds,
            ChangeCheck.Scale scale) {

        private static final double[] NOTHING = {};

        /**
         * The values to compare with, the latest first: those of the same month or quarter if three years are known, or if
         * the element is a running total; else all.
         *
         * @param index month or quarter of the period
         * @param history the latest first
         */
        double[] series(int index, List<PastValue> history) {
            if (element.frequency().perYear() > 1 && (runningTotal || history.size() > SEASONS)) {
                double[] season = history.stream()
                        .filter(past -> past.period().index() == index)
                        .mapToDouble(past -> past.value().doubleValue())
                        .toArray();
                if (runningTotal || season.length >= SEASONS) {
                    return season;
                }
            }
            double[] all = history.isEmpty() ? NOTHING : new double[history.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = history.get(i).value().doubleValue();
            }
            return all;
        }
    }

    Manner of(String elementCode) {
        return Objects.requireNonNull(manners.get(elementCode), elementCode);
    }

    private static Manner manner(Element element, FieldChecks checks) {
        BigDecimal minimum = element.minimum();
        BigDecimal maximum = element.maximum();
        boolean choice = checks.allowed().containsKey(element.code())
                || (element.integer() && maximum != null && maximum.compareTo(SMALL_SCALE) <= 0);
        boolean steady = checks.steady().contains(element.code());
        boolean amount = minimum != null && minimum.signum() >= 0 && maximum == null;
        return new Manner(
                element,
                !choice && !checks.uncompared().contains(element.code()),
                steady,
                checks.runningTotals().contains(element.code()),
                element.overTime() != Element.Accumulation.MEAN && element.overFacilities() == Element.RollUp.SUM,
                new ChangeCheck.Scale(amount, element.integer() && !steady));
    }
}
