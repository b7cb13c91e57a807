package org.wenheng.analytics.scheme.method;

import org.wenheng.ingest.reference.Title;

/**
 * Efficacy coefficient (功效系数法): {@code (x − lo)/(hi − lo)·span + base}, clipped to the range from {@code lowest} to
 * {@code highest}; that is the clip rule, so a value far below {@code lo} earns {@code lowest} and never a negative
 * number. Lower is better when hi &lt; lo. Source: policy facts 2.1, general form {@code d = (x − x_s)/(x_h − x_s)·C + D},
 * usually C = 40, D = 60.
 *
 * @param unacceptable 不允许值 (lo): earns {@code base}
 * @param satisfactory 满意值 (hi): earns {@code base + span}; differs from {@code unacceptable}
 */
public record Efficacy(
        double unacceptable, double satisfactory, double base, double span, double lowest, double highest)
        implements PointMethod {

    @Override
    public double points(double value) {
        double points = (value - unacceptable) / (satisfactory - unacceptable) * span + base;
        return Written.between(lowest, highest, points);
    }

    @Override
    public Efficacy scaled(double share) {
        return new Efficacy(unacceptable * share, satisfactory * share, base, span, lowest, highest);
    }

    @Override
    public Title description() {
        Object[] parameters = {
            Written.number(unacceptable),
            Written.number(satisfactory),
            Written.number(base),
            Written.number(span),
            Written.number(lowest),
            Written.number(highest)
        };
        return new Title(
                "功效系数法:不允许值%s,满意值%s,%s+%s分,%s–%s截断".formatted(parameters),
                "Efficacy coefficient: unacceptable %s, satisfactory %s, %s+%s points, clipped to %s–%s"
                        .formatted(parameters));
    }
}
