package org.wenheng.analytics.funding;

/**
 * A unit that turns inputs into outputs, such as a region with money and staff in, visits and events out.
 *
 * @param code unique among the units compared
 * @param inputs amounts used, from 0, each in a unit of its own; NaN if there is no value
 * @param outputs amounts made, from 0; NaN if there is no value
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record DecisionUnit(String code, double[] inputs, double[] outputs) {

    /**
     * @throws IllegalArgumentException if there is no input or no output, or one is negative or infinite
     */
    public DecisionUnit {
        if (inputs.length == 0 || outputs.length == 0) {
            throw new IllegalArgumentException("%s has %d inputs and %d outputs (expected: at least one of each)"
                    .formatted(code, inputs.length, outputs.length));
        }
        refuse(code, "input", inputs);
        refuse(code, "output", outputs);
    }

    private static void refuse(String code, String kind, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] < 0 || Double.isInfinite(values[i])) {
                throw new IllegalArgumentException(
                        "%s: %s %d is %s (expected: a number from 0)".formatted(code, kind, i, values[i]));
            }
        }
    }
}
