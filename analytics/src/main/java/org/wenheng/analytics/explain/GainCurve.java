package org.wenheng.analytics.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * What a lever gains the further it is turned, by the upper hull of some of its points: segments from steep to flat. Taking
 * the steepest segments of all levers first is the best choice for what is bought at a constant price within each segment
 * (Dantzig, Discrete-variable extremum problems, 1957).
 */
final class GainCurve {
    private GainCurve() {}

    /**
     * A piece of a curve.
     *
     * @param to the share to which the lever is turned at its end; below 0 for down
     * @param gain points of the score on the piece
     * @param slope points for each share of 1
     */
    record Segment(Lever lever, double to, double gain, double slope) {}

    private record Point(double share, double gain) {}

    /**
     * The rising segments of a lever's hull.
     *
     * @param shares rising in size, of one sign
     * @param gains points gained at each
     */
    static List<Segment> segments(Lever lever, double[] shares, double[] gains) {
        Deque<Point> hull = new ArrayDeque<>();
        hull.addLast(new Point(0, 0));
        for (int i = 0; i < shares.length; i++) {
            Point next = new Point(shares[i], gains[i]);
            while (hull.size() > 1 && isBelow(hull, next)) {
                hull.removeLast();
            }
            hull.addLast(next);
        }
        List<Segment> segments = new ArrayList<>();
        Iterator<Point> points = hull.iterator();
        Point from = points.next();
        while (points.hasNext()) {
            Point to = points.next();
            double gain = to.gain() - from.gain();
            if (gain > 0) {
                segments.add(new Segment(lever, to.share(), gain, slope(from, to)));
            }
            from = to;
        }
        return segments;
    }

    /** Whether the last point of the hull lies on or below the line from the one before it to the next. */
    private static boolean isBelow(Deque<Point> hull, Point next) {
        Point last = hull.removeLast();
        boolean below = slope(hull.getLast(), last) <= slope(hull.getLast(), next);
        hull.addLast(last);
        return below;
    }

    private static double slope(Point from, Point to) {
        return (to.gain() - from.gain()) / Math.abs(to.share() - from.share());
    }
}
