package org.wenheng.analytics.scheme.method;

import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.ingest.reference.Title;

/**
 * Position between the lowest and the highest region (极差法): {@code 100·(x − min)/(max − min)}, reversed when lower is
 * better, where min and max are quantiles of the column (winsorising) and values beyond them get 0 or 100. If min = max,
 * the column says nothing about anybody: all get 100. Range 0 to 100. Source: policy facts 2.1 and OECD/JRC, Handbook on
 * Constructing Composite Indicators (2008), step 5. A group with fewer valid regions than {@code atLeast} is measured
 * against all regions instead.
 *
 * @param scope whose values make the column
 * @param lowerQuantile share of the column below which values are drawn in, 0 for none
 * @param upperQuantile share of the column above which values are drawn in, 1 for none
 * @param atLeast valid regions that a peer group needs
 */
public record MinMax(Scope scope, double lowerQuantile, double upperQuantile, int atLeast, Direction direction)
        implements ComparingMethod {

    /** Whose values a region is measured against. */
    public enum Scope {
        PEER_GROUP,
        ALL
    }

    /** The ends of a column after winsorising. */
    public record Ends(double low, double high) {}

    /** The ends of a column of at least one value, in any order. */
    public Ends endsOf(double[] column) {
        OrderStatistics there = OrderStatistics.of(column);
        return new Ends(there.quantile(lowerQuantile), there.quantile(upperQuantile));
    }

    @Override
    public Scale fitted(double[] reference) {
        Ends ends = endsOf(reference);
        return value -> points(value, ends);
    }

    /** The points of a value between the ends of its column. */
    public double points(double value, Ends ends) {
        if (ends.low() == ends.high()) {
            return 100;
        }
        double place = Written.between(0, 1, (value - ends.low()) / (ends.high() - ends.low()));
        return 100 * (direction == Direction.LOWER_IS_BETTER ? 1 - place : place);
    }

    @Override
    public Title description() {
        String ends = Written.number(lowerQuantile * 100) + "%–" + Written.number(upperQuantile * 100) + "%";
        boolean group = scope == Scope.PEER_GROUP;
        return new Title(
                "极差法:%s内,%s分位截尾,%s;有效地区不足%d个时改用全部地区"
                        .formatted(group ? "同类组" : "全部地区", ends, direction.nameChinese(), atLeast),
                "Min-max within %s, winsorised at the %s quantiles; against all regions if fewer than %d are valid"
                        .formatted(group ? "the peer group" : "all regions", ends, atLeast));
    }
}
