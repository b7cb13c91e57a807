package org.wenheng.analytics.impute;

import org.wenheng.analytics.matrix.OrderStatistics;

/** The value in the middle of others. */
public enum Centre {
    /** The arithmetic mean. */
    MEAN("均值", "mean"),
    /** The middle value, the mean of the two in the middle. */
    MEDIAN("中位数", "median");

    private final String chinese;
    private final String english;

    Centre(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }

    /** NaN if there are no values. Summed in rising order, so that the order of the rows does not show in the last digit. */
    double of(OrderStatistics values) {
        return switch (this) {
            case MEDIAN -> values.median();
            case MEAN -> {
                double sum = 0;
                for (int place = 0; place < values.size(); place++) {
                    sum += values.at(place);
                }
                yield sum / values.size();
            }
        };
    }
}
