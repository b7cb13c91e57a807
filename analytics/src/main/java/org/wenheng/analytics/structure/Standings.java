package org.wenheng.analytics.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.wenheng.analytics.composite.PeerGroups;
import org.wenheng.analytics.matrix.Matrix;

/**
 * Where every region stands in every column, among all and in its peer group, and from that where one is strong and where
 * weak. In all columns more has to be better: they are points, or values turned by their direction.
 */
public final class Standings {
    private final Matrix points;
    private final Ranked all;
    private final Ranked peers;
    private final double[] uniqueShares;

    private Standings(Matrix points, Ranked all, Ranked peers) {
        this.points = points;
        this.all = all;
        this.peers = peers;
        this.uniqueShares = ColumnStatistics.of(points).stream()
                .mapToDouble(ColumnStatistics::uniqueShare)
                .toArray();
    }

    /** Ranks, how many were ranked, and the last rank: rows × columns. */
    @SuppressWarnings("ArrayRecordComponent") // tables of numbers, compared by nobody
    private record Ranked(double[][] ranks, int[][] sizes, double[][] last) {

        static Ranked of(Matrix points, PeerGroups groups) {
            int columns = points.columns();
            double[][] ranks = new double[columns][];
            int[][] sizes = new int[columns][points.rows()];
            double[][] last = new double[columns][points.rows()];
            List<int[]> members = List.copyOf(groups.rows().values());
            for (int column = 0; column < columns; column++) {
                double[] own = Ranks.descending(points.column(column), groups);
                ranks[column] = own;
                for (int[] rows : members) {
                    int there = 0;
                    double lowest = 0;
                    for (int row : rows) {
                        there += Double.isNaN(own[row]) ? 0 : 1;
                        lowest = Double.isNaN(own[row]) ? lowest : Math.max(lowest, own[row]);
                    }
                    for (int row : rows) {
                        sizes[column][row] = there;
                        last[column][row] = lowest;
                    }
                }
            }
            return new Ranked(ranks, sizes, last);
        }
    }

    /**
     * Where a region stands in a column.
     *
     * @param column its place in the matrix
     * @param points the value
     * @param rank competition rank among all, 1 the best
     * @param of how many have a value
     * @param groupRank competition rank in its peer group
     * @param groupOf how many of the group have a value
     */
    public record Standing(int column, double points, int rank, int of, int groupRank, int groupOf) {}

    /** The strengths of a region, best first, and its weaknesses, worst first. */
    public record Profile(List<Standing> strengths, List<Standing> weaknesses) {
        public Profile {
            strengths = List.copyOf(strengths);
            weaknesses = List.copyOf(weaknesses);
        }
    }

    /** Which regions a region is compared with. */
    public enum Among {
        ALL,
        PEERS
    }

    /** What a column means in which the region is last, possibly together with half of the others. */
    public enum LastPlace {
        /** A weakness, and never a strength. */
        WEAKNESS,
        /** Neither, as in COINr. */
        LEFT_OUT
    }

    /**
     * What is picked.
     *
     * @param best how many strengths at most
     * @param worst how many weaknesses at most
     * @param among whose ranks decide
     * @param minimumUniqueShare different values per value that a column must have at least to be picked, such as 0.2 against
     *     yes-or-no columns; 0 for any
     */
    public record Selection(int best, int worst, Among among, LastPlace lastPlace, double minimumUniqueShare) {

        /** Five of each among all regions, whatever the column. */
        public static Selection usual() {
            return new Selection(5, 5, Among.ALL, LastPlace.WEAKNESS, 0);
        }
    }

    /**
     * Of all regions.
     *
     * @param points rows × columns
     * @throws IllegalArgumentException if a value is infinite
     */
    public static Standings of(Matrix points, PeerGroups groups) {
        Finite.matrix(points);
        return new Standings(points, Ranked.of(points, PeerGroups.none(points.rows())), Ranked.of(points, groups));
    }

    /** Where a region stands in the columns in which it has a value, in their order. */
    public List<Standing> standings(int row) {
        List<Standing> standings = new ArrayList<>();
        for (int column = 0; column < points.columns(); column++) {
            if (!Double.isNaN(points.at(row, column))) {
                standings.add(new Standing(
                        column,
                        points.at(row, column),
                        (int) all.ranks[column][row],
                        all.sizes[column][row],
                        (int) peers.ranks[column][row],
                        peers.sizes[column][row]));
            }
        }
        return standings;
    }

    /**
     * The strengths and weaknesses of a region by rank, ties in the order of the columns. Columns in which all it is compared
     * with are equal are left out: nobody is strong or weak there. Strengths are picked first, none of them is a weakness too,
     * and neither is a first place.
     */
    public Profile profile(int row, Selection selection) {
        Ranked ranked = selection.among() == Among.ALL ? all : peers;
        List<Standing> eligible = standings(row).stream()
                .filter(standing -> ranked.last[standing.column()][row] > 1)
                .filter(standing -> uniqueShares[standing.column()] >= selection.minimumUniqueShare())
                .filter(standing -> selection.lastPlace() == LastPlace.WEAKNESS || !isLast(ranked, standing, row))
                .toList();
        Comparator<Standing> byRank = Comparator.comparingDouble(standing -> ranked.ranks[standing.column()][row]);
        List<Standing> strengths = eligible.stream()
                .filter(standing -> !isLast(ranked, standing, row))
                .sorted(byRank)
                .limit(selection.best())
                .toList();
        List<Standing> weaknesses = eligible.stream()
                .filter(standing -> ranked.ranks[standing.column()][row] > 1 && !strengths.contains(standing))
                .sorted(byRank.reversed())
                .limit(selection.worst())
                .toList();
        return new Profile(strengths, weaknesses);
    }

    private static boolean isLast(Ranked ranked, Standing standing, int row) {
        return ranked.ranks[standing.column()][row] == ranked.last[standing.column()][row];
    }

    @Override
    public String toString() {
        return "Standings of %s, unique shares %s".formatted(points, Arrays.toString(uniqueShares));
    }
}
