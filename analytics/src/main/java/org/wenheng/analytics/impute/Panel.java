package org.wenheng.analytics.impute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Which rows are the same region at different times; the rows may stand in any order. */
public final class Panel {
    private final int[] periods;
    private final List<int[]> series;

    /**
     * @param names by row: the same name for the same region
     * @param periods by row, counted so that consecutive periods differ by 1: the year, or the months since some year
     * @throws IllegalArgumentException if there are not as many names as periods, or a region has two rows of a period
     */
    public Panel(List<String> names, int[] periods) {
        if (names.size() != periods.length) {
            throw new IllegalArgumentException("%d names for %d periods".formatted(names.size(), periods.length));
        }
        this.periods = periods.clone();
        Map<String, TreeMap<Integer, Integer>> rows = new TreeMap<>();
        for (int row = 0; row < periods.length; row++) {
            Integer other = rows.computeIfAbsent(names.get(row), name -> new TreeMap<>())
                    .put(periods[row], row);
            if (other != null) {
                throw new IllegalArgumentException(
                        "%s has two rows of period %d: %d and %d".formatted(names.get(row), periods[row], other, row));
            }
        }
        this.series = new ArrayList<>();
        rows.values()
                .forEach(byPeriod -> series.add(
                        byPeriod.values().stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Every row another region, all at the same time. */
    public static Panel onePeriod(int rows) {
        return new Panel(IntStream.range(0, rows).mapToObj(Integer::toString).toList(), new int[rows]);
    }

    int rows() {
        return periods.length;
    }

    int period(int row) {
        return periods[row];
    }

    /** The rows of each region, in the order of time. */
    List<int[]> series() {
        return series;
    }
}
