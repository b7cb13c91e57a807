package org.wenheng.analytics.scheme;

import java.math.BigDecimal;
import org.wenheng.analytics.scheme.Indicator.Example;
import org.wenheng.analytics.scheme.method.ComparingMethod;
import org.wenheng.analytics.scheme.method.PointMethod;
import org.wenheng.ingest.problem.Problems;

/** Works the examples of a scheme with its own methods: a scheme whose examples come out wrong is not used. */
final class ExampleCheck {
    /** Examples are written to four decimals. */
    private static final double HALF_A_UNIT = 0.00005 + 1e-9;

    private ExampleCheck() {}

    static void check(Indicator indicator, Problems problems) {
        for (Example example : indicator.examples()) {
            if (indicator.method() instanceof ComparingMethod && example.among().isEmpty()) {
                problems.add(
                        "SCHEME_EXAMPLE_WRONG",
                        example.where(),
                        "指标 %s 的算例缺少 among(所比较各地区的值)".formatted(indicator.code()),
                        "The example of %s has no among (the values that are compared with)"
                                .formatted(indicator.code()));
                continue;
            }
            double points = points(indicator, example);
            if (!(Math.abs(points - example.points()) <= HALF_A_UNIT)) {
                String got = BigDecimal.valueOf(points)
                        .setScale(4, java.math.RoundingMode.HALF_UP)
                        .toPlainString();
                problems.add(
                        "SCHEME_EXAMPLE_WRONG",
                        example.where(),
                        "指标 %s 的算例:值 %s 应得 %s 分,按方法计算得 %s 分"
                                .formatted(indicator.code(), example.value(), example.points(), got),
                        "Example of %s: value %s should earn %s points, the method gives %s"
                                .formatted(indicator.code(), example.value(), example.points(), got));
            }
        }
    }

    private static double points(Indicator indicator, Example example) {
        if (indicator.method() instanceof ComparingMethod comparing) {
            double[] column =
                    example.among().stream().mapToDouble(Double::doubleValue).toArray();
            return comparing.fitted(column).points(example.value());
        }
        PointMethod method = ((PointMethod) indicator.method()).inQuarter(example.quarter());
        boolean scales = indicator.rules().scalesWithYear();
        return (scales ? method.scaled(example.quarter() / 4.0) : method).points(example.value());
    }
}
