package org.wenheng.analytics.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.impute.Imputation;
import org.wenheng.analytics.impute.Imputed;
import org.wenheng.analytics.impute.Imputed.Filled;
import org.wenheng.analytics.impute.LastValue;
import org.wenheng.analytics.impute.NoImputation;
import org.wenheng.analytics.impute.Panel;
import org.wenheng.analytics.impute.Surroundings;
import org.wenheng.analytics.index.IndicatorValue.State;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.treat.Treatment.Touched;
import org.wenheng.analytics.treat.Treatment.Treated;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;

/**
 * The values that are scored: as reported, or with missing ones filled in and outliers treated, as the scheme says. What
 * was filled in or touched is noted at its cell.
 */
final class PreparedValues {
    private final IndicatorMatrix matrix;
    private final Period period;
    private final OtherPeriods others;
    private final double[][] columns;
    private final double[][] beforeTreatment;
    private final List<Map<Integer, List<Title>>> notes = new ArrayList<>();
    private final List<Map<Integer, Filled>> filled = new ArrayList<>();

    private PreparedValues(IndicatorMatrix matrix, Period period, OtherPeriods others) {
        this.matrix = matrix;
        this.period = period;
        this.others = others;
        this.columns = new double[matrix.indicators().size()][];
        this.beforeTreatment = new double[columns.length][];
    }

    /**
     * @param others asked only for indicators that are filled in with an earlier value
     */
    static PreparedValues of(IndicatorMatrix matrix, Period period, OtherPeriods others) {
        PreparedValues prepared = new PreparedValues(matrix, period, others);
        for (int column = 0; column < prepared.columns.length; column++) {
            prepared.prepare(column);
        }
        return prepared;
    }

    /** The values of a column by row; NaN where there is none. */
    double[] values(int column) {
        return columns[column];
    }

    /** The values as reported or filled in, regions × indicators; NaN where there is none. */
    Matrix beforeTreatment() {
        return Matrix.ofColumns(matrix.regions().size(), beforeTreatment);
    }

    /** Whether the value of a cell was filled in. */
    boolean isFilled(int row, int column) {
        return filled.get(column).containsKey(row);
    }

    /** What was done to the value of a cell. */
    List<Title> notes(int row, int column) {
        return notes.get(column).getOrDefault(row, List.of());
    }

    private void prepare(int column) {
        Indicator indicator = matrix.indicators().get(column);
        notes.add(new HashMap<>());
        filled.add(new HashMap<>());
        columns[column] = matrix.values(column);
        beforeTreatment[column] = columns[column];
        if (indicator.rules().preparation().isNone()) {
            return;
        }
        fill(column, indicator.rules().preparation().imputation());
        beforeTreatment[column] = columns[column];
        Treated treated = indicator.rules().preparation().treatment().treat(columns[column]);
        columns[column] = treated.values();
        for (Touched touched : treated.touched()) {
            note(touched.row(), column, Notes.treated(touched));
        }
    }

    /** Only what should be there and is not is filled in: a question that does not arise has no value to be guessed. */
    private void fill(int column, Imputation rule) {
        if (rule instanceof NoImputation) {
            return;
        }
        double[] values = columns[column].clone();
        for (Filled each : imputed(column, rule).filled()) {
            int row = each.row();
            // Rows beyond those of the matrix are of earlier periods.
            if (row < values.length && matrix.cells().get(row).get(column).state() == State.MISSING) {
                values[row] = each.value();
                filled.get(column).put(row, each);
                note(row, column, Notes.filled(each));
            }
        }
        columns[column] = values;
    }

    private Imputed imputed(int column, Imputation rule) {
        int rows = matrix.regions().size();
        if (rule instanceof LastValue last) {
            return rule.impute(withEarlier(column, last.within()), 0, surroundingsOfEarlier(rows, last.within()));
        }
        Matrix all = Matrix.ofColumns(
                rows,
                IntStream.range(0, columns.length).mapToObj(matrix::values).toArray(double[][]::new));
        List<Surroundings.Column> kinds = matrix.indicators().stream()
                .map(indicator -> new Surroundings.Column(indicator.dimension(), indicator.direction()))
                .toList();
        return rule.impute(
                all, column, new Surroundings(new PeerGroups(matrix.groups()), kinds, Panel.onePeriod(rows)));
    }

    /** The column, below it that of the same part of the year before, and so on. */
    private Matrix withEarlier(int column, int years) {
        Indicator indicator = matrix.indicators().get(column);
        double[] stacked = IntStream.rangeClosed(0, years)
                .mapToObj(back -> back == 0
                        ? matrix.values(column)
                        : others.values(
                                indicator, new Period(period.frequency(), period.year() - back, period.index())))
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
        return Matrix.ofColumns(stacked.length, stacked);
    }

    private Surroundings surroundingsOfEarlier(int rows, int years) {
        List<String> names = new ArrayList<>();
        List<Integer> times = new ArrayList<>();
        for (int back = 0; back <= years; back++) {
            for (int row = 0; row < rows; row++) {
                names.add(matrix.regions().get(row).code());
                times.add(period.year() - back);
            }
        }
        return new Surroundings(
                PeerGroups.none(names.size()),
                Surroundings.none(1, 1).columns(),
                new Panel(names, times.stream().mapToInt(Integer::intValue).toArray()));
    }

    private void note(int row, int column, Title note) {
        notes.get(column).computeIfAbsent(row, key -> new ArrayList<>()).add(note);
    }
}
