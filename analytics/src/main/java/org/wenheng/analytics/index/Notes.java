package org.wenheng.analytics.index;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.wenheng.analytics.impute.Imputed.Filled;
import org.wenheng.analytics.index.ElementReading.Part;
import org.wenheng.analytics.scheme.ReferenceValues;
import org.wenheng.analytics.scheme.RegionalTarget;
import org.wenheng.analytics.treat.Treatment.Touched;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/** The sentences that explain a result to its reader. */
final class Notes {
    static final Title NOT_ASKED_HERE =
            new Title("本指标不适用于该地区,权重由同组指标分担", "Does not apply here; its weight goes to its siblings");
    static final Title NOT_KEPT_AT_LEVEL =
            new Title("本级无单位报送所需数据元,不适用", "Nobody at this level reports the elements it needs; not applicable");
    static final Title ZERO_FULL_POINTS =
            new Title("分母为0,按方案得满分", "The denominator is zero: full points by the scheme");
    static final Title ZERO_NOT_APPLICABLE = new Title(
            "分母为0,本指标不适用,权重由同组指标分担", "The denominator is zero: not applicable, its weight goes to its siblings");
    static final Title ZERO_MISSING = new Title("分母为0,按缺报计0分", "The denominator is zero: counts as missing, 0 points");
    static final Title NOT_APPLICABLE =
            new Title("所需数据元不适用,本指标不适用,权重由同组指标分担", "A needed element does not apply; its weight goes to the siblings");
    static final Title OWN_LEVEL_ALONE =
            new Title("没有可计分的下辖县(市、区),得分全部取本级", "No unit below has a score: the own level counts in full");
    static final Title UNITS_ALONE =
            new Title("本级没有报送,得分全部取下辖县(市、区)加权平均", "Nothing was reported at the own level: the units count in full");
    static final Title UNITS_EQUAL = new Title("下辖各地均无权重数据,按等权平均", "No unit has a weight: plain mean of the units");
    static final Title ITS_OWN_MANAGER =
            new Title("由上级直接管理,按本级得分单列", "Managed from above: stands by itself with its own score");

    private Notes() {}

    static Title missing(Element element, ElementReading reading) {
        String periods = periods(reading, ValueStatus.NOT_REPORTED);
        String chinese = element.name().chinese();
        String english = element.name().english();
        return new Title(
                "缺报:%s(%s),计0分".formatted(chinese, periods),
                "Not reported: %s (%s); 0 points".formatted(english, periods));
    }

    static Title suppressed(Element element, ElementReading reading) {
        String periods = periods(reading, ValueStatus.SUPPRESSED);
        return new Title(
                "%s(%s)保密未公布,按缺报计0分".formatted(element.name().chinese(), periods),
                "%s (%s) is withheld; counts as missing, 0 points"
                        .formatted(element.name().english(), periods));
    }

    static Title partial(Element element, ElementReading reading) {
        long expected = reading.parts().stream()
                .filter(part -> part.cell().status() != ValueStatus.NOT_APPLICABLE)
                .count();
        long usable = reading.parts().stream().filter(Part::isUsable).count();
        if (usable == expected) {
            return new Title(
                    "%s:部分机构未报,按已报机构汇总".formatted(element.name().chinese()),
                    "%s: some facilities are missing; made of those that reported"
                            .formatted(element.name().english()));
        }
        return new Title(
                "%s:应有%d期,实有%d期,按实有各期汇总".formatted(element.name().chinese(), expected, usable),
                "%s: %d of %d periods are there; accumulated over those as they are"
                        .formatted(element.name().english(), usable, expected));
    }

    static Title tooFewParts(int there, int expected, int needed) {
        return new Title(
                "有效期数%d(应有%d,至少%d),计0分".formatted(there, expected, needed),
                "%d valid parts of %d, at least %d needed; 0 points".formatted(there, expected, needed));
    }

    static Title meanOfParts(int there, int expected) {
        return new Title(
                "应有%d期,取%d个有效期的平均值".formatted(expected, there),
                "Mean of the %d valid parts of %d".formatted(there, expected));
    }

    static Title groupTooSmall(String group, int valid, int atLeast) {
        return new Title(
                "同类组%s有效地区%d个,不足%d个,改用全部地区计分".formatted(group, valid, atLeast),
                "Group %s has %d valid regions, fewer than %d: measured against all regions"
                        .formatted(group, valid, atLeast));
    }

    static Title referenceTooSmall(ReferenceValues reference, int valid) {
        return new Title(
                "%s:有效值仅%d个,本期改与全部地区比较".formatted(reference.description().chinese(), valid),
                "%s: only %d values are there, so all regions of the period are compared"
                        .formatted(reference.description().english(), valid));
    }

    static Title filled(Filled filled) {
        String value = number(filled.value());
        return new Title(
                "缺报,按方案填补为%s(%s,取自%s,%d个值)"
                        .formatted(
                                value,
                                filled.method().description().chinese(),
                                filled.source().description().chinese(),
                                filled.used()),
                "Missing, filled in with %s by the scheme (%s, from %s, %d values)"
                        .formatted(
                                value,
                                filled.method().description().english(),
                                filled.source().description().english(),
                                filled.used()));
    }

    static Title treated(Touched touched) {
        String before = number(touched.before());
        String after = number(touched.after());
        return new Title(
                "极端值处理(%s):%s→%s".formatted(touched.how(), before, after),
                "Treated as an outlier (%s): %s to %s".formatted(touched.how(), before, after));
    }

    static Title regionalTarget(RegionalTarget target) {
        return new Title(
                "按本地区目标%s计分(%s)".formatted(target.target(), target.source()),
                "Scored by the region's own target %s (%s)".formatted(target.target(), target.source()));
    }

    /** At most six significant digits: a note is for reading. */
    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    static Title capUsedUp(double cap) {
        return new Title("合计已达上限%s分".formatted(cap), "The cap of %s points is used up".formatted(cap));
    }

    static Title trial(int validFrom) {
        return new Title(
                "方案自%d年起施行,本期为试算".formatted(validFrom),
                "The scheme is meant for %d onwards: a trial".formatted(validFrom));
    }

    static Title withoutWeight(String units) {
        return new Title("缺少权重数据,未计入:%s".formatted(units), "Left out for want of a weight: %s".formatted(units));
    }

    static Title withoutScore(String units) {
        return new Title("没有任何报送,未计入:%s".formatted(units), "Left out, nothing was ever reported: %s".formatted(units));
    }

    private static String periods(ElementReading reading, ValueStatus status) {
        List<String> codes = reading.parts().stream()
                .filter(part -> part.cell().status() == status)
                .map(part -> part.period().code())
                .toList();
        return codes.stream().collect(Collectors.joining("、"));
    }
}
