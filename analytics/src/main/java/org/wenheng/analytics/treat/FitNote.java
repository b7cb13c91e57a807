package org.wenheng.analytics.treat;

import java.util.ArrayList;
import java.util.List;
import org.wenheng.analytics.treat.Winsorise.Check;
import org.wenheng.analytics.treat.Winsorise.Fit;
import org.wenheng.ingest.reference.Title;

/** What was tested, done and found, in one sentence. */
final class FitNote {
    private FitNote() {}

    static Title of(Fit fit) {
        List<Check> checks = fit.checks();
        if (checks.isEmpty()) {
            return new Title(
                    "取值少于4个或全部相等,无偏度与峰度可言,未处理",
                    "Not treated: fewer than four values, or all equal, have no skewness and kurtosis");
        }
        List<String> chinese = new ArrayList<>();
        List<String> english = new ArrayList<>();
        for (int step = 0; step < checks.size(); step++) {
            Title stage = stage(step, fit);
            Check check = checks.get(step);
            String skewness = Written.rounded(check.skewness());
            String kurtosis = Written.rounded(check.kurtosis());
            chinese.add("%s偏度%s、峰度%s,%s".formatted(stage.chinese(), skewness, kurtosis, check.passes() ? "通过" : "未通过"));
            english.add("%s skewness %s, kurtosis %s: %s"
                    .formatted(stage.english(), skewness, kurtosis, check.passes() ? "passes" : "fails"));
        }
        if (checks.size() == 1) {
            chinese.add("未处理");
            english.add("not treated");
        }
        return new Title(String.join(";", chinese), String.join("; ", english));
    }

    private static Title stage(int step, Fit fit) {
        return switch (step) {
            case 0 -> new Title("原值", "as it was:");
            case 1 -> new Title("缩尾%d个值后".formatted(fit.drawnIn()), "%d drawn in:".formatted(fit.drawnIn()));
            default -> {
                Title last = fit.treatment().description();
                yield new Title(last.chinese() + "后", last.english() + ":");
            }
        };
    }
}
