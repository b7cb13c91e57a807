package org.wenheng.analytics.weigh;

import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.weigh.JudgementMatrix.Priorities;
import org.wenheng.ingest.reference.Title;

/**
 * Analytic hierarchy process (层次分析法): the principal eigenvector of a judgement matrix, whatever the points are. Judgements
 * that contradict each other too much, {@code CR = CI/RI ≥ 0.1}, are refused. Source: Saaty, The Analytic Hierarchy Process
 * (1980); policy facts 2.2.
 *
 * @param judgements of the children, in their order
 * @param randomIndex the table of RI by which CR is measured
 * @param evenIfInconsistent whether a CR of 0.1 or more is accepted; the note says so
 */
public record AnalyticHierarchyProcess(JudgementMatrix judgements, RandomIndex randomIndex, boolean evenIfInconsistent)
        implements Weighting {
    /** CR from which on judgements are refused. */
    public static final double LIMIT = 0.1;

    /** @throws IllegalArgumentException if the judgements are too inconsistent, or more than the table of RI knows */
    public AnalyticHierarchyProcess {
        Priorities found = judgements.priorities();
        double ratio = found.consistencyRatio(randomIndex);
        if (ratio >= LIMIT && !evenIfInconsistent) {
            int[] pair = judgements.farthest(found.priorities());
            throw new IllegalArgumentException(
                    "The judgements contradict each other: CR = %s by random index table %s, below %s is expected; "
                                    .formatted(Written.number(ratio), randomIndex.title(), Written.number(LIMIT))
                            + "look first at child %s against %s, judged %s where the priorities come to %s"
                                    .formatted(
                                            pair[0] + 1,
                                            pair[1] + 1,
                                            Written.number(
                                                    judgements.judgements().at(pair[0], pair[1])),
                                            Written.number(found.priorities()[pair[0]] / found.priorities()[pair[1]])));
        }
    }

    @Override
    public Weighed weigh(Matrix points) {
        if (points.columns() != judgements.order()) {
            throw new IllegalArgumentException(
                    "Judgements of %s children for %s children".formatted(judgements.order(), points.columns()));
        }
        Priorities found = judgements.priorities();
        double ratio = found.consistencyRatio(randomIndex);
        Object[] figures = {
            Written.number(found.greatestEigenvalue()),
            Written.number(found.consistencyIndex()),
            Written.number(ratio),
            randomIndex.title()
        };
        Title note = new Title(
                "λmax=%s,CI=%s,CR=%s(RI表%s)".formatted(figures),
                "λmax = %s, CI = %s, CR = %s by random index table %s".formatted(figures));
        Title inconsistent = new Title("一致性未通过,按方案仍予采用", "inconsistent, accepted because the scheme says so");
        return Weighed.inProportion(found.priorities(), ratio >= LIMIT ? Written.join(note, inconsistent) : note);
    }

    @Override
    public Title description() {
        return new Title(
                "层次分析法(特征向量,RI表%s)".formatted(randomIndex.title()),
                "Analytic hierarchy process: principal eigenvector, random index table %s"
                        .formatted(randomIndex.title()));
    }
}
