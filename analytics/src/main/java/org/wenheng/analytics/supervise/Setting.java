package org.wenheng.analytics.supervise;

/** The thresholds and weights of {@code supervision.yml}, each with the range in which it makes sense. */
public enum Setting {
    SEASONAL_FEWEST(3, 1000),
    SEASONAL_SCORE(0.1, 100),
    SEASONAL_LEAST_CHANGE(0, 10),
    SPREAD_FLOOR(0, 1),
    PEERS_FEWEST(3, 1000),
    PEERS_SCORE(0.1, 100),
    RATIO_FEWEST(3, 1000),
    RATIO_SCORE(0.1, 100),
    HEAPING_FEWEST(10, 10_000),
    HEAPING_SMALLEST(0, 1e9),
    HEAPING_RARITY(0.5, 15),
    BENFORD_FEWEST(50, 1_000_000),
    BENFORD_SPAN(100, 1e9),
    BENFORD_RARITY(0.5, 15),
    COPIED_RARITY(0.5, 15),
    CASE_SCORE(0.01, 1),
    LINK_PERIODS(0, 120),
    QUALITY_COMPLETENESS(0, 100),
    QUALITY_TIMELINESS(0, 100),
    QUALITY_CONSISTENCY(0, 100),
    QUALITY_PLAUSIBILITY(0, 100),
    QUALITY_LATE_CREDIT(0, 1),
    RISK_CASES(0, 100),
    RISK_QUALITY(0, 100),
    RISK_JUMP(0, 100),
    RISK_SIZE(0, 100),
    RISK_FULL_JUMP(0.1, 100),
    RISK_LEAST(0.001, 1),
    SPOT_CHECK_SHARE(0, 1),
    RANK_DRAWS(50, 10_000),
    RANK_WEIGHTS(0.01, 0.9);

    private final double least;
    private final double most;

    Setting(double least, double most) {
        this.least = least;
        this.most = most;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }
}
