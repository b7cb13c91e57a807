package org.wenheng.analytics.impute;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.ingest.reference.Title;

/**
 * The mean or median of the other indicators of the family in the same row: who is good at the others is taken to be as
 * good here. The indicators are brought to a common scale before, each from its worst value at 0 to its best at 1, and the
 * result is brought back to the indicator's unit. Source: COINr 1.1, {@code Impute} by row.
 *
 * <p>An indicator that is best within a range has no better end, and one of equal values has no scale: neither lends a
 * value. One of equal values is filled in with that value.
 *
 * @param scaled whether to bring them to a common scale; not if they already are on one, as points are
 */
public record RowCentre(Centre centre, boolean scaled) implements Imputation {
    private static final Title NOTHING = new Title("该地区同组其他指标没有可用的值", "no other indicator of the family lends a value");
    private static final Title NO_SCALE =
            new Title("本指标没有任何值或没有优劣方向", "the indicator has no value at all or no better end");

    /** The ends of a column on the common scale; in its own unit. */
    private record Scale(double worst, double best) {
        double place(double value) {
            return (value - worst) / (best - worst);
        }

        double value(double place) {
            return worst + place * (best - worst);
        }
    }

    @Override
    public Imputed impute(Matrix values, int column, Surroundings surroundings) {
        Filling filling = new Filling(this, values, column, surroundings);
        int[] gaps = filling.gaps();
        if (gaps.length == 0) {
            return filling.done();
        }
        Optional<Scale> own =
                scale(filling.known(), surroundings.columns().get(column).direction());
        Map<Integer, Scale> lenders = lenders(values, column, surroundings);
        String family = surroundings.columns().get(column).family();
        for (int row : gaps) {
            OrderStatistics places = OrderStatistics.of(lenders.entrySet().stream()
                    .mapToDouble(lender -> lender.getValue().place(values.at(row, lender.getKey())))
                    .toArray());
            if (own.isEmpty()) {
                filling.leave(row, NO_SCALE);
            } else if (places.size() == 0) {
                filling.leave(row, NOTHING);
            } else {
                filling.fill(row, own.get().value(centre.of(places)), new Source.Siblings(family), places.size());
            }
        }
        return filling.done();
    }

    private Map<Integer, Scale> lenders(Matrix values, int column, Surroundings surroundings) {
        Map<Integer, Scale> lenders = new LinkedHashMap<>();
        for (int other = 0; other < values.columns(); other++) {
            Surroundings.Column known = surroundings.columns().get(other);
            if (other != column
                    && known.family().equals(surroundings.columns().get(column).family())) {
                int lender = other;
                scale(Filling.numbers(values, other), known.direction())
                        .filter(scale -> scale.worst() != scale.best())
                        .ifPresent(scale -> lenders.put(lender, scale));
            }
        }
        return lenders;
    }

    private Optional<Scale> scale(double[] column, Direction direction) {
        if (!scaled) {
            return Optional.of(new Scale(0, 1));
        }
        DoubleSummaryStatistics there =
                Arrays.stream(column).filter(value -> !Double.isNaN(value)).summaryStatistics();
        if (there.getCount() == 0) {
            return Optional.empty();
        }
        return switch (direction) {
            case HIGHER_IS_BETTER -> Optional.of(new Scale(there.getMin(), there.getMax()));
            case LOWER_IS_BETTER -> Optional.of(new Scale(there.getMax(), there.getMin()));
            case WITHIN_RANGE -> Optional.empty();
        };
    }

    @Override
    public Title description() {
        return new Title(
                "以同一地区同组其他指标的%s填补%s".formatted(centre.chinese(), scaled ? ",先按极差法统一量纲与方向" : ""),
                "Filled in with the %s of the other indicators of the family%s"
                        .formatted(centre.english(), scaled ? ", scaled by min-max and direction" : ""));
    }
}
