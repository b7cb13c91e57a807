package org.wenheng.analytics.impute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.impute.Interpolation.Between;
import org.wenheng.analytics.impute.Surroundings.Column;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.matrix.OrderStatistics;
import org.wenheng.analytics.scheme.method.Direction;

class ImputationPropertyTest {
    private static final int COLUMNS = 6;
    private static final int PERIODS = 4;
    private static final List<Direction> DIRECTIONS =
            List.of(Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER, Direction.WITHIN_RANGE);
    private static final List<Imputation> RULES = List.of(
            new NoImputation(),
            new ColumnCentre(Centre.MEAN),
            new ColumnCentre(Centre.MEDIAN),
            new GroupCentre(Centre.MEAN, 3),
            new GroupCentre(Centre.MEDIAN, 1),
            new RowCentre(Centre.MEAN, true),
            new RowCentre(Centre.MEDIAN, false),
            new LastValue(1),
            new LastValue(LastValue.NO_LIMIT),
            new Interpolation(Between.LINE),
            new Interpolation(Between.STEP),
            new FixedValue(3));

    /** Regions at several times, with gaps; rows in any order. */
    private record Case(
            Matrix values, Surroundings surroundings, List<String> groups, List<String> names, List<Integer> periods) {
        static Case of(SplittableRandom random) {
            int regions = random.nextInt(1, 12);
            int rows = regions * PERIODS;
            double[][] columns = new double[COLUMNS][rows];
            for (double[] column : columns) {
                Arrays.setAll(column, row -> random.nextInt(3) == 0 ? Double.NaN : random.nextDouble(-50, 50));
            }
            return with(
                    Matrix.ofColumns(rows, columns),
                    IntStream.range(0, rows)
                            .mapToObj(row -> List.of("", "A", "B").get(row % regions % 3))
                            .toList(),
                    IntStream.range(0, rows)
                            .mapToObj(row -> "region " + row % regions)
                            .toList(),
                    IntStream.range(0, rows)
                            .mapToObj(row -> 2020 + row / regions)
                            .toList());
        }

        private static Case with(Matrix values, List<String> groups, List<String> names, List<Integer> periods) {
            List<Column> columns = IntStream.range(0, COLUMNS)
                    .mapToObj(column -> new Column("family " + column % 2, DIRECTIONS.get(column % 3)))
                    .toList();
            Panel panel = new Panel(
                    names, periods.stream().mapToInt(Integer::intValue).toArray());
            return new Case(values, new Surroundings(new PeerGroups(groups), columns, panel), groups, names, periods);
        }

        Case reordered(int... order) {
            return with(values.selectRows(order), pick(groups, order), pick(names, order), pick(periods, order));
        }

        private static <T> List<T> pick(List<T> all, int... order) {
            return IntStream.of(order).mapToObj(all::get).toList();
        }

        Case withValues(Matrix others) {
            return new Case(others, surroundings, groups, names, periods);
        }
    }

    private static List<Imputed> impute(Case given, Imputation rule) {
        return Imputation.imputeAll(given.values(), Collections.nCopies(COLUMNS, rule), given.surroundings());
    }

    private static Matrix filled(Case given, Imputation rule) {
        return Imputed.matrix(given.values().rows(), impute(given, rule));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void knownValuesNeverMoveAndEveryMissingOneIsFilledInOrListed(long seed) {
        Case given = Case.of(new SplittableRandom(seed));
        for (Imputation rule : RULES) {
            List<Imputed> columns = impute(given, rule);
            for (int column = 0; column < COLUMNS; column++) {
                double[] rebuilt = given.values().column(column).clone();
                Imputed imputed = columns.get(column);
                imputed.filled().forEach(filled -> {
                    assertThat(rebuilt[filled.row()]).isNaN();
                    rebuilt[filled.row()] = filled.value();
                    assertThat(filled.value()).isFinite();
                });
                imputed.left().forEach(left -> assertThat(rebuilt[left.row()]).isNaN());
                assertThat(imputed.values()).isEqualTo(rebuilt);
                assertThat(Arrays.stream(rebuilt).filter(Double::isNaN)).hasSameSizeAs(imputed.left());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void orderOfTheRowsDoesNotShow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Case given = Case.of(random);
        List<Integer> rows = new java.util.ArrayList<>(
                IntStream.range(0, given.values().rows()).boxed().toList());
        Collections.shuffle(rows, new java.util.Random(random.nextLong()));
        int[] order = rows.stream().mapToInt(Integer::intValue).toArray();
        for (Imputation rule : RULES) {
            assertThat(filled(given.reordered(order), rule))
                    .as(rule.description().english())
                    .isEqualTo(filled(given, rule).selectRows(order));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whatIsFilledInLiesAmongTheValuesOfTheColumn(long seed) {
        Case given = Case.of(new SplittableRandom(seed));
        for (Imputation rule : RULES) {
            if (rule instanceof FixedValue || rule.equals(new RowCentre(Centre.MEDIAN, false))) {
                continue;
            }
            for (int column = 0; column < COLUMNS; column++) {
                OrderStatistics known = OrderStatistics.of(given.values().column(column));
                impute(given, rule)
                        .get(column)
                        .filled()
                        .forEach(filled -> assertThat(filled.value())
                                .as(rule.description().english())
                                .isBetween(known.least() - 1e-12, known.greatest() + 1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void seriesOfARegionIsFilledInAsIfItWereAlone(long seed) {
        Case given = Case.of(new SplittableRandom(seed));
        int[] own = IntStream.range(0, given.values().rows())
                .filter(row -> given.names().get(row).equals("region 0"))
                .toArray();
        for (Imputation rule : RULES) {
            if (rule instanceof LastValue || rule instanceof Interpolation) {
                assertThat(filled(given.reordered(own), rule))
                        .isEqualTo(filled(given, rule).selectRows(own));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whatIsCompleteIsNotTouched(long seed) {
        Case given = Case.of(new SplittableRandom(seed));
        Matrix complete = filled(given, new FixedValue(1));
        for (Imputation rule : RULES) {
            assertThat(filled(given.withValues(complete), rule)).isEqualTo(complete);
        }
    }
}
