package org.wenheng.analytics.funding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * The linear programmes of the units, in envelopment form. Variables: the weights λ of the units, then either the stretch
 * (first phase) or the slacks of inputs and outputs (second phase). Inputs and outputs are divided by their greatest value,
 * to keep the numbers of the programme near 1.
 *
 * @param units at least one, each with some input and some output
 * @param scales greatest value of each input, then of each output; 1 where all are 0
 * @param inputs how many of the scales belong to inputs
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
record EnvelopmentProgram(
        List<DecisionUnit> units, double[] scales, int inputs, Orientation orientation, Returns returns) {
    private static final double ROUNDING = 1e-9;

    static EnvelopmentProgram of(List<DecisionUnit> units, Orientation orientation, Returns returns) {
        int inputs = units.get(0).inputs().length;
        double[] scales = new double[inputs + units.get(0).outputs().length];
        for (int side = 0; side < scales.length; side++) {
            for (DecisionUnit unit : units) {
                scales[side] = Math.max(scales[side], written(unit, side, inputs));
            }
            scales[side] = scales[side] == 0 ? 1 : scales[side];
        }
        return new EnvelopmentProgram(units, scales, inputs, orientation, returns);
    }

    /** The efficiency of the unit at a place of the list. */
    Efficiency efficiency(int unit) {
        double stretch = stretch(unit);
        double[] point = slacks(unit, stretch);
        SortedMap<String, Double> peers = new TreeMap<>();
        for (int peer = 0; peer < units.size(); peer++) {
            if (point[peer] > ROUNDING) {
                peers.put(units.get(peer).code(), point[peer]);
            }
        }
        double[] inputSlacks = new double[inputs];
        double[] outputSlacks = new double[scales.length - inputs];
        for (int side = 0; side < scales.length; side++) {
            double share = point[units.size() + side];
            double slack = share > ROUNDING ? share * scales[side] : 0;
            if (side < inputs) {
                inputSlacks[side] = slack;
            } else {
                outputSlacks[side - inputs] = slack;
            }
        }
        double score = orientation == Orientation.INPUT ? stretch : 1 / stretch;
        return new Efficiency(
                units.get(unit).code(), score, Collections.unmodifiableSortedMap(peers), inputSlacks, outputSlacks);
    }

    /** First phase: the least factor on the inputs, or the greatest on the outputs, that the units allow. */
    private double stretch(int unit) {
        int last = units.size();
        Collection<LinearConstraint> constraints = new ArrayList<>();
        for (int side = 0; side < scales.length; side++) {
            double[] row = row(side, last + 1);
            double own = value(unit, side);
            boolean stretched = isInput(side) == (orientation == Orientation.INPUT);
            row[last] = stretched ? -own : 0;
            constraints.add(new LinearConstraint(
                    row, isInput(side) ? Relationship.LEQ : Relationship.GEQ, stretched ? 0 : own));
        }
        constrainSize(constraints, last + 1);
        double[] objective = new double[last + 1];
        objective[last] = 1;
        double stretch = solve(
                objective, constraints, orientation == Orientation.INPUT ? GoalType.MINIMIZE : GoalType.MAXIMIZE)[last];
        return Math.abs(stretch - 1) < ROUNDING ? 1 : stretch;
    }

    /** Second phase: the mix of units with the greatest sum of slacks at that stretch. */
    private double[] slacks(int unit, double stretch) {
        int first = units.size();
        int variables = first + scales.length;
        Collection<LinearConstraint> constraints = new ArrayList<>();
        double[] objective = new double[variables];
        for (int side = 0; side < scales.length; side++) {
            double[] row = row(side, variables);
            row[first + side] = isInput(side) ? 1 : -1;
            objective[first + side] = 1;
            boolean stretched = isInput(side) == (orientation == Orientation.INPUT);
            constraints.add(new LinearConstraint(row, Relationship.EQ, value(unit, side) * (stretched ? stretch : 1)));
        }
        constrainSize(constraints, variables);
        return solve(objective, constraints, GoalType.MAXIMIZE);
    }

    /** Under variable returns the weights add up to 1. */
    private void constrainSize(Collection<LinearConstraint> constraints, int variables) {
        switch (returns) {
            case CONSTANT -> {}
            case VARIABLE -> {
                double[] ones = new double[variables];
                java.util.Arrays.fill(ones, 0, units.size(), 1);
                constraints.add(new LinearConstraint(ones, Relationship.EQ, 1));
            }
        }
    }

    private static double[] solve(double[] objective, Collection<LinearConstraint> constraints, GoalType goal) {
        return new SimplexSolver(ROUNDING, 10, 1e-12)
                .optimize(
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        goal,
                        new NonNegativeConstraint(true))
                .getPoint();
    }

    private double[] row(int side, int variables) {
        double[] row = new double[variables];
        for (int unit = 0; unit < units.size(); unit++) {
            row[unit] = value(unit, side);
        }
        return row;
    }

    private boolean isInput(int side) {
        return side < inputs;
    }

    private double value(int unit, int side) {
        return written(units.get(unit), side, inputs) / scales[side];
    }

    private static double written(DecisionUnit unit, int side, int inputs) {
        return side < inputs ? unit.inputs()[side] : unit.outputs()[side - inputs];
    }
}
