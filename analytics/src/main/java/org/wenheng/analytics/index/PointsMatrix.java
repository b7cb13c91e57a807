package org.wenheng.analytics.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.composite.ColumnPoints;
import org.wenheng.analytics.composite.Construction.IndicatorRule;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.composite.Reference;
import org.wenheng.analytics.composite.RowExceptions;
import org.wenheng.analytics.index.IndicatorValue.State;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.scheme.Indicator;
import org.wenheng.analytics.scheme.ReferenceValues;
import org.wenheng.analytics.scheme.RegionalTarget;
import org.wenheng.analytics.scheme.method.ComparingMethod;
import org.wenheng.analytics.scheme.method.Method;
import org.wenheng.analytics.scheme.method.PointMethod;
import org.wenheng.analytics.scheme.method.Scale;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Title;

/** The points of every region at every indicator. Not applicable is NaN, missing is 0. */
final class PointsMatrix {
    private final IndicatorMatrix matrix;
    private final PreparedValues prepared;
    private final Period period;
    private final OtherPeriods others;
    private final double[][] columns;
    private final Reference[] references;
    private final @Nullable Title[][] notes;

    private PointsMatrix(IndicatorMatrix matrix, Period period, OtherPeriods others) {
        this.matrix = matrix;
        this.prepared = PreparedValues.of(matrix, period, others);
        this.period = period;
        this.others = others;
        this.columns = new double[matrix.indicators().size()][];
        this.references = new Reference[columns.length];
        this.notes = new @Nullable Title[columns.length][matrix.regions().size()];
    }

    /** The points of a row at a column. */
    double points(int row, int column) {
        return columns[column][row];
    }

    /** Whether the value of a cell was missing and filled in by the scheme's rule. */
    boolean isFilled(int row, int column) {
        return prepared.isFilled(row, column);
    }

    /** What was done to the value of a cell, and what the method has to say. */
    List<Title> notes(int row, int column) {
        return Stream.concat(prepared.notes(row, column).stream(), Stream.ofNullable(notes[column][row]))
                .toList();
    }

    /**
     * @param others asked only for indicators that are held against other periods
     */
    static PointsMatrix of(IndicatorMatrix matrix, Period period, OtherPeriods others) {
        PointsMatrix result = new PointsMatrix(matrix, period, others);
        for (int column = 0; column < result.columns.length; column++) {
            result.score(column);
        }
        return result;
    }

    private void score(int column) {
        Indicator indicator = matrix.indicators().get(column);
        double[] values = prepared.values(column);
        ReferenceValues asked = indicator.rules().reference();
        Reference reference = new Reference.AllRegions();
        if (indicator.method() instanceof ComparingMethod) {
            reference = reference(asked, indicator, values, notes[column]);
        }
        references[column] = reference;
        ColumnPoints scored = ColumnPoints.of(
                values, methodIn(period, indicator, indicator.method()), reference, new PeerGroups(matrix.groups()));
        if (asked instanceof ReferenceValues.PeerGroup peers) {
            noteSmallGroups(scored.tooSmall(), peers.atLeast(), values, notes[column]);
        }
        columns[column] = IntStream.range(0, values.length)
                .mapToDouble(row -> Double.isNaN(values[row])
                        ? withoutValue(matrix.cells().get(row).get(column).state())
                        : scored.points()[row])
                .toArray();
        scoreByRegionalTargets(indicator, values, column);
    }

    /** The values of the columns before they are treated, missing ones filled in where the scheme says so. */
    Matrix valuesBeforeTreatment() {
        return prepared.beforeTreatment();
    }

    /**
     * How a column is scored.
     *
     * @param missing points of a region whose value is missing; NaN for none
     * @param withoutPoints the rows that are not scored
     */
    IndicatorRule rule(int column, double missing, Set<Integer> withoutPoints) {
        Indicator indicator = matrix.indicators().get(column);
        double[] withoutValue = new double[matrix.regions().size()];
        Map<Integer, Scale> own = new HashMap<>();
        for (int row = 0; row < withoutValue.length; row++) {
            State state = matrix.cells().get(row).get(column).state();
            withoutValue[row] = state == State.MISSING ? missing : withoutValue(state);
            Optional<RegionalTarget> target =
                    indicator.regionalTarget(matrix.regions().get(row));
            if (target.isPresent()) {
                own.put(row, (Scale) methodIn(period, indicator, target.get().method()));
            }
        }
        return new IndicatorRule(
                indicator.rules().preparation().treatment(),
                methodIn(period, indicator, indicator.method()),
                references[column],
                new RowExceptions(withoutValue, own, withoutPoints));
    }

    private void scoreByRegionalTargets(Indicator indicator, double[] values, int column) {
        for (int row = 0;
                row < values.length && !indicator.rules().regionalTargets().isEmpty();
                row++) {
            Optional<RegionalTarget> own =
                    indicator.regionalTarget(matrix.regions().get(row));
            if (own.isPresent() && !Double.isNaN(values[row])) {
                Scale scale = (Scale) methodIn(period, indicator, own.get().method());
                columns[column][row] = scale.points(values[row]);
                notes[column][row] = Notes.regionalTarget(own.get());
            }
        }
    }

    private static Method methodIn(Period period, Indicator indicator, Method method) {
        if (method instanceof PointMethod own) {
            PointMethod inQuarter = own.inQuarter((period.months() + 2) / 3);
            return indicator.rules().scalesWithYear() ? inQuarter.scaled(period.months() / 12.0) : inQuarter;
        }
        return method;
    }

    private Reference reference(
            ReferenceValues asked, Indicator indicator, double[] values, @Nullable Title[] columnNotes) {
        if (asked instanceof ReferenceValues.PeerGroup peers) {
            return new Reference.PeerGroup(peers.atLeast());
        }
        if (asked instanceof ReferenceValues.PooledPeriods pooled) {
            double[] together = IntStream.range(0, pooled.periods())
                    .mapToObj(back -> back == 0 ? values : inYear(indicator, period.year() - back))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            return fixed(asked, together, pooled.atLeast(), values, columnNotes);
        }
        if (asked instanceof ReferenceValues.BasePeriod base) {
            double[] then = base.year() == period.year() ? values : inYear(indicator, base.year());
            return fixed(asked, then, base.atLeast(), values, columnNotes);
        }
        if (asked instanceof ReferenceValues.OneRegion one) {
            List<String> codes = matrix.regions().stream().map(Region::code).toList();
            int row = codes.indexOf(one.code());
            double[] its = row < 0 ? new double[0] : new double[] {values[row]};
            return fixed(asked, its, 1, values, columnNotes);
        }
        return new Reference.AllRegions();
    }

    /** The same part of another year. */
    private double[] inYear(Indicator indicator, int year) {
        return others.values(indicator, new Period(period.frequency(), year, period.index()));
    }

    /** The reference, if enough of it is there; otherwise all regions, noted at every value. */
    private static Reference fixed(
            ReferenceValues asked, double[] reference, int atLeast, double[] values, @Nullable Title[] columnNotes) {
        int valid = (int)
                Arrays.stream(reference).filter(value -> !Double.isNaN(value)).count();
        if (valid >= atLeast) {
            return new Reference.Fixed(reference);
        }
        Title note = Notes.referenceTooSmall(asked, valid);
        for (int row = 0; row < values.length; row++) {
            columnNotes[row] = Double.isNaN(values[row]) ? null : note;
        }
        return new Reference.AllRegions();
    }

    private void noteSmallGroups(
            Map<String, Integer> tooSmall, int atLeast, double[] values, @Nullable Title[] columnNotes) {
        for (int row = 0; row < values.length; row++) {
            String group = matrix.groups().get(row);
            Integer valid = tooSmall.get(group);
            if (valid != null && !Double.isNaN(values[row])) {
                columnNotes[row] = Notes.groupTooSmall(group, valid, atLeast);
            }
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
