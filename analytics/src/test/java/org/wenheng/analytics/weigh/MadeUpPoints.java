package org.wenheng.analytics.weigh;

import java.util.SplittableRandom;
import org.wenheng.analytics.matrix.Matrix;

/** Points of siblings made up by a seed. */
final class MadeUpPoints {
    private MadeUpPoints() {}

    /** Points between 1 and 100: each child is partly what all have in common, with a sign and a spread of its own. */
    static Matrix of(SplittableRandom random, int rows, int children) {
        double[] common = random.doubles(rows, -1, 1).toArray();
        double[][] columns = new double[children][rows];
        for (int child = 0; child < children; child++) {
            double share = random.nextDouble(-0.3, 1);
            double spread = random.nextDouble(5, 35);
            for (int row = 0; row < rows; row++) {
                double own = random.nextDouble(-1, 1);
                columns[child][row] = 50 + spread * (share * common[row] + (1 - Math.abs(share)) * own);
            }
        }
        return Matrix.ofColumns(rows, columns);
    }
}
