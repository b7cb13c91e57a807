package org.wenheng.analytics.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wenheng.analytics.aggregate.Copeland;
import org.wenheng.analytics.robust.Draws;
import org.wenheng.analytics.robust.LeaveOneOut;
import org.wenheng.analytics.robust.Replications;
import org.wenheng.analytics.robust.RowStatistics;
import org.wenheng.analytics.robust.Study;

/**
 * The time of the engine on as many regions as China has counties (2,844) and townships (41,000), with 60 indicators, 12
 * dimensions, 4 areas and an index, on made-up values. Run with
 *
 * <pre>{@code
 * ./mvnw -q -pl analytics test-compile dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath
 * cd analytics && java -cp target/test-classes:target/classes:$(cat target/benchmark.classpath) org.openjdk.jmh.Main EngineBenchmark
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class EngineBenchmark {
    private static final int COUNTIES = 2_844;
    private static final int TOWNSHIPS = 41_000;
    private static final int PERIODS = 12;

    private SyntheticIndex townships = new SyntheticIndex(1, 1);
    private SyntheticIndex counties = new SyntheticIndex(1, 1);
    private Study study = new SyntheticIndex(1, 1).study();

    /** Makes up the values. */
    @Setup
    public void makeUp() {
        townships = new SyntheticIndex(TOWNSHIPS, 1);
        counties = new SyntheticIndex(COUNTIES, 2);
        study = counties.study();
    }

    /** Missing values filled in, outliers treated, scored and put together, once for all townships. */
    @Benchmark
    public double[] onePeriodOfTownships() {
        return townships.index();
    }

    /** The same for the months of a year; of each only the index is kept. */
    @Benchmark
    public double[][] twelvePeriodsOfTownships() {
        return IntStream.range(0, PERIODS).mapToObj(period -> townships.index()).toArray(double[][]::new);
    }

    /** A thousand replications with other weights, treatments, methods and aggregations, and the intervals of ranks. */
    @Benchmark
    public List<RowStatistics> thousandReplicationsOfCounties() {
        return Replications.draw(study, counties.uncertainties(), new Draws(1, 1_000))
                .statistics(0.9);
    }

    /** A hundred replications with errors of all values, of which nothing can be kept. */
    @Benchmark
    public List<RowStatistics> hundredReplicationsOfCountiesWithErrors() {
        return Replications.draw(study, counties.errors(), new Draws(1, 100)).statistics(0.9);
    }

    /** Every indicator, dimension and area left out in turn. */
    @Benchmark
    public LeaveOneOut leavingOutEachNodeOfCounties() {
        return LeaveOneOut.ofNodes(study);
    }

    /** Every county against every other on all indicators. */
    @Benchmark
    public double[] copelandOfCounties() {
        return new Copeland().scores(counties.points(), counties.equalWeights());
    }
}
