package org.wenheng.analytics.scheme.method;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wenheng.ingest.reference.Title;

/**
 * {@link Linear} with a list of points for each quarter, for progress that is due step by step (序时进度). A month is
 * scored by its quarter, a year by the fourth.
 *
 * @param quarters the method of each quarter; exactly four
 */
public record LinearByQuarter(List<Linear> quarters) implements PointMethod {

    public LinearByQuarter {
        quarters = List.copyOf(quarters);
    }

    /** The points at the end of the year. */
    @Override
    public double points(double value) {
        return quarters.get(3).points(value);
    }

    @Override
    public PointMethod inQuarter(int quarter) {
        return quarters.get(quarter - 1);
    }

    @Override
    public LinearByQuarter scaled(double share) {
        return new LinearByQuarter(
                quarters.stream().map(quarter -> quarter.scaled(share)).toList());
    }

    @Override
    public Title description() {
        return new Title(
                "分季度线性插值:%s,两端之外不变,%s,得分%s"
                        .formatted(
                                listed("第%d季度 %s", "→%s分", "、", ";"),
                                quarters.get(3).direction().nameChinese(),
                                quarters.get(3).range()),
                "Linear by quarter: %s, level beyond the ends, %s, points %s"
                        .formatted(
                                listed("Q%d %s", " earns %s", ", ", "; "),
                                quarters.get(3).direction().nameEnglish(),
                                quarters.get(3).range()));
    }

    private String listed(String quarter, String earns, String separator, String between) {
        return IntStream.range(0, quarters.size())
                .mapToObj(i -> quarter.formatted(i + 1, quarters.get(i).listed(earns, separator)))
                .collect(Collectors.joining(between));
    }
}
