package org.wenheng.analytics.supervise;

import java.util.Optional;
import org.wenheng.analytics.supervise.Detection.Detector;
import org.wenheng.ingest.check.Baseline;
import org.wenheng.ingest.reference.Title;

/** Comparisons of a value with others of its kind, by the modified z-score of Iglewicz and Hoaglin (1993). */
final class Comparisons {
    private Comparisons() {}

    /**
     * A change against the changes of peers in the same period.
     *
     * @param change natural logarithm of value / expected value
     * @param peers the same of the peers, without the region's own
     * @return empty if there are fewer peers than {@link Setting#PEERS_FEWEST}
     */
    static Optional<Detection> peers(double change, double[] peers, Settings settings) {
        if (peers.length < settings.value(Setting.PEERS_FEWEST)) {
            return Optional.empty();
        }
        double score = score(change, peers, settings);
        double limit = settings.value(Setting.PEERS_SCORE);
        double median = Baseline.of(peers).median();
        return Optional.of(new Detection(
                Detector.PEERS,
                Detection.score(score, limit),
                new Title(
                        "为自身期望值的 %s 倍,%s 个同类地区的中位数为 %s 倍;修正 z 值 %s,界限 %s"
                                .formatted(
                                        Figures.of(Math.exp(change)),
                                        peers.length,
                                        Figures.of(Math.exp(median)),
                                        Figures.of(score),
                                        Figures.of(limit)),
                        "%s times its own expected value, the median of %s peers is %s times; modified z-score %s, limit %s"
                                .formatted(
                                        Figures.of(Math.exp(change)),
                                        peers.length,
                                        Figures.of(Math.exp(median)),
                                        Figures.of(score),
                                        Figures.of(limit)))));
    }

    /**
     * The ratio of two related elements against its own history and against the peers' ratios of the same period: the smaller
     * of both scores counts, so that neither a place that has always been different nor a change that all made is spoken of.
     * Without enough peers the history decides alone.
     *
     * @param ratio above 0
     * @param history ratios of the other periods, above 0
     * @param peers ratios of the peers in the period, above 0
     * @return empty if the history is shorter than {@link Setting#RATIO_FEWEST}
     */
    static Optional<Detection> ratio(
            String elements, double ratio, double[] history, double[] peers, Settings settings) {
        if (history.length < settings.value(Setting.RATIO_FEWEST)) {
            return Optional.empty();
        }
        double[] own = logarithms(history);
        double[] others = logarithms(peers);
        double score = score(Math.log(ratio), own, settings);
        boolean compared = others.length >= settings.value(Setting.PEERS_FEWEST);
        if (compared) {
            score = Math.min(score, score(Math.log(ratio), others, settings));
        }
        double limit = settings.value(Setting.RATIO_SCORE);
        String usual = Figures.of(Math.exp(Baseline.of(own).median()), 4);
        Title among = compared
                ? new Title(
                        ",同类地区 %s"
                                .formatted(
                                        Figures.of(Math.exp(Baseline.of(others).median()), 4)),
                        ", %s among its peers"
                                .formatted(
                                        Figures.of(Math.exp(Baseline.of(others).median()), 4)))
                : new Title(",同类不足未比较", ", too few peers to compare with");
        return Optional.of(new Detection(
                Detector.RATIO,
                Detection.score(score, limit),
                new Title(
                        "%s 之比为 %s,自身以往为 %s%s;修正 z 值 %s,界限 %s"
                                .formatted(
                                        elements,
                                        Figures.of(ratio, 4),
                                        usual,
                                        among.chinese(),
                                        Figures.of(score),
                                        Figures.of(limit)),
                        "the ratio %s is %s, %s in its own history%s; modified z-score %s, limit %s"
                                .formatted(
                                        elements,
                                        Figures.of(ratio, 4),
                                        usual,
                                        among.english(),
                                        Figures.of(score),
                                        Figures.of(limit)))));
    }

    /** The absolute score of a logarithm; 0 for a change below {@link Setting#SEASONAL_LEAST_CHANGE}. */
    private static double score(double value, double[] others, Settings settings) {
        Baseline baseline = Baseline.of(others);
        double distance = Math.abs(value - baseline.median());
        double spread = Math.max(baseline.spread(), settings.value(Setting.SPREAD_FLOOR));
        boolean small = distance < Math.log1p(settings.value(Setting.SEASONAL_LEAST_CHANGE));
        return distance == 0 || small ? 0 : distance / spread;
    }

    private static double[] logarithms(double[] values) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logarithms[i] = Math.log(values[i]);
        }
        return logarithms;
    }
}
