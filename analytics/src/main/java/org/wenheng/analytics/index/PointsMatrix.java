package org.wenheng.analytics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.index.IndicatorValue.State;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.method.MinMax;
import org.wenheng.analytics.scheme.method.PointMethod;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/** The points of every region at every indicator. Not applicable is NaN, missing is 0. */
final class PointsMatrix {
    private final double[][] points;
    private final @Nullable Title[][] notes;

    private PointsMatrix(int rows, int columns) {
        this.points = new double[rows][columns];
        this.notes = new @Nullable Title[rows][columns];
    }

    /** The points of a row at a column. */
    double points(int row, int column) {
        return points[row][column];
    }

    /** What the method has to say about a cell, if anything. */
    Optional<Title> findNote(int row, int column) {
        return Optional.ofNullable(notes[row][column]);
    }

    static PointsMatrix of(IndicatorMatrix matrix, Period period) {
        int rows = matrix.regions().size();
        int columns = matrix.indicators().size();
        PointsMatrix result = new PointsMatrix(rows, columns);
        for (int column = 0; column < columns; column++) {
            Indicator indicator = matrix.indicators().get(column);
            if (indicator.method() instanceof MinMax minMax) {
                result.fill(matrix, column, minMax);
            } else {
                result.fill(matrix, column, methodIn(period, indicator, (PointMethod) indicator.method()));
            }
        }
        return result;
    }

    private static PointMethod methodIn(Period period, Indicator indicator, PointMethod method) {
        PointMethod inQuarter = method.inQuarter((period.months() + 2) / 3);
        return indicator.rules().scalesWithYear() ? inQuarter.scaled(period.months() / 12.0) : inQuarter;
    }

    private void fill(IndicatorMatrix matrix, int column, PointMethod method) {
        for (int row = 0; row < points.length; row++) {
            IndicatorValue cell = matrix.cells().get(row).get(column);
            points[row][column] =
                    cell.state() == State.VALUE ? method.points(cell.value()) : withoutValue(cell.state());
        }
    }

    private void fill(IndicatorMatrix matrix, int column, MinMax method) {
        List<Integer> all = IntStream.range(0, points.length).boxed().toList();
        Map<String, List<Integer>> rowsByGroup = new HashMap<>();
        all.forEach(row -> rowsByGroup
                .computeIfAbsent(matrix.groups().get(row), group -> new ArrayList<>())
                .add(row));
        Column whole = Column.of(matrix.column(column, all), method);
        Map<String, Column> groups = new HashMap<>();
        rowsByGroup.forEach((group, rows) -> groups.put(group, Column.of(matrix.column(column, rows), method)));
        for (int row : all) {
            IndicatorValue cell = matrix.cells().get(row).get(column);
            String group = matrix.groups().get(row);
            Column peers = method.scope() == MinMax.Scope.PEER_GROUP ? groups.getOrDefault(group, whole) : whole;
            boolean tooFew = method.scope() == MinMax.Scope.PEER_GROUP && peers.valid() < method.atLeast();
            if (cell.state() == State.VALUE && tooFew) {
                notes[row][column] = Notes.groupTooSmall(group, peers.valid(), method.atLeast());
            }
            points[row][column] = cell.state() == State.VALUE
                    ? method.points(cell.value(), tooFew ? whole.ends() : peers.ends())
                    : withoutValue(cell.state());
        }
    }

    /** The valid values of a group: how many, and their ends. */
    private record Column(int valid, MinMax.Ends ends) {
        static Column of(double[] values, MinMax method) {
            return new Column(values.length, values.length == 0 ? new MinMax.Ends(0, 0) : method.endsOf(values));
        }
    }

    private static double withoutValue(State state) {
        return switch (state) {
            case FULL_POINTS -> 100;
            case NOT_APPLICABLE -> Double.NaN;
            case VALUE, MISSING -> 0;
        };
    }
}
