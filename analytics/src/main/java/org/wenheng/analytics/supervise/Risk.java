package org.wenheng.analytics.supervise;

/**
 * Why a region may need a visit.
 *
 * @param region code, unique in a draw
 * @param cases the highest score of its anomaly cases, 0 to 1; 0 without a case
 * @param quality total of its data quality, 0 to 100; NaN if there is none, which counts as 0: nothing is known of it
 * @param jump change of its score since the period before, in points of either sign; NaN if there is none, counts as no change
 * @param size share of the largest region's size, 0 to 1
 */
public record Risk(String region, double cases, double quality, double jump, double size) {
    public Risk {
        within(region, "cases", cases, 1);
        within(region, "size", size, 1);
        if (!Double.isNaN(quality)) {
            within(region, "quality", quality, 100);
        }
        if (Double.isInfinite(jump)) {
            throw new IllegalArgumentException("The jump of %s is infinite".formatted(region));
        }
    }

    /**
     * The risk of the region: the weighted mean of its four parts, each 0 to 1, and at least {@link Setting#RISK_LEAST}. It
     * rises with cases, size and the size of the jump, and falls with quality.
     *
     * @throws IllegalArgumentException if all four weights are 0
     */
    public double total(Settings settings) {
        double ofCases = settings.value(Setting.RISK_CASES);
        double ofQuality = settings.value(Setting.RISK_QUALITY);
        double ofJump = settings.value(Setting.RISK_JUMP);
        double ofSize = settings.value(Setting.RISK_SIZE);
        double weights = ofCases + ofQuality + ofJump + ofSize;
        if (weights == 0) {
            throw new IllegalArgumentException("The weights of the risk are all 0");
        }
        double lacking = Double.isNaN(quality) ? 1 : 1 - quality / 100;
        double jumped = Double.isNaN(jump) ? 0 : Math.min(1, Math.abs(jump) / settings.value(Setting.RISK_FULL_JUMP));
        double total = (ofCases * cases + ofQuality * lacking + ofJump * jumped + ofSize * size) / weights;
        return Math.max(settings.value(Setting.RISK_LEAST), total);
    }

    private static void within(String region, String part, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(
                    "The part \"%s\" of the risk of %s is %s, expected 0 to %s".formatted(part, region, value, most));
        }
    }
}
