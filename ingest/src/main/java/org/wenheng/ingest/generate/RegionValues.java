package org.wenheng.ingest.generate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/** The true values of one region and its facilities. A pure function of its parts; it only remembers what it worked out. */
final class RegionValues {
    private static final double DIPPED = 1.0 / 3;

    private final Catalogue catalogue;
    private final GenerateSettings settings;
    private final Region region;
    private final Chance chance;
    private final double quality;
    private final Map<String, List<Facility>> facilitiesOfElement = new HashMap<>();
    private final Map<String, Double> known = new HashMap<>();

    RegionValues(Catalogue catalogue, GenerateSettings settings, Region region, Chance chance) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.region = region;
        this.chance = chance;
        this.quality = settings.qualityMean() + settings.qualitySpread() * chance.bell("quality", region.code());
        for (Form form : catalogue.formsOf(region)) {
            String type = form.facilityType();
            if (type != null) {
                List<Facility> facilities = Facility.of(type, region, settings.facilities());
                form.elements().forEach(element -> facilitiesOfElement.put(element, facilities));
            }
        }
    }

    /** The value as a reporter writes it; null where the element does not apply. */
    @Nullable
    String text(String elementCode, Period period, @Nullable Facility facility) {
        Element element = element(elementCode);
        ValueRule rule = rule(element.code());
        String flag = rule.onlyWhere();
        if (flag != null && !"true".equals(region.attribute(flag))) {
            return null;
        }
        double value = value(element, period, facility);
        return element.integer()
                ? Long.toString(Math.round(value))
                : BigDecimal.valueOf(Math.round(value * 100), 2)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private double value(Element element, Period period, @Nullable Facility facility) {
        String key = element.code() + " " + period.code() + " " + (facility == null ? "" : facility.code());
        Double remembered = known.get(key);
        if (remembered != null) {
            return remembered;
        }
        double value = rounded(element, raw(element, period, facility), period, facility);
        String whole = element.atMost();
        if (whole != null) {
            value = Math.min(value, whole(whole, period, facility));
        }
        known.put(key, value);
        return value;
    }

    /** The whole that a part may not exceed: of the same facility if it has it, else of the region. */
    private double whole(String code, Period period, @Nullable Facility facility) {
        Element element = element(code);
        boolean sameFacility = facility != null
                && element.frequency() == period.frequency()
                && facilitiesOfElement.getOrDefault(code, List.of()).contains(facility);
        return sameFacility ? value(element, period, facility) : total(element, period);
    }

    private double raw(Element element, Period period, @Nullable Facility facility) {
        ValueRule rule = rule(element.code());
        String who = facility == null ? region.code() : facility.code();
        double q = quality * rule.quality();
        double z = rule.spread() * chance.bell("spread", element.code(), who);
        double e = rule.noise() * chance.bell("noise", element.code(), who, period.code());
        int years = period.year() - settings.baseYear();
        double effects = q + z + e;
        double dip = chance.uniform("dip", element.code(), who, period.code()) < rule.dip() ? DIPPED : 1;
        return switch (rule.kind()) {
            case AMOUNT ->
                rule.plus()
                        + size(rule, period)
                                * shareOf(facility, rule)
                                * rule.level()
                                * StrictMath.exp(effects)
                                * StrictMath.pow(1 + rule.growth(), years)
                                * season(rule, period)
                                * dip;
            case SHARE ->
                size(rule, period) * clamp(rule.level() + effects + rule.growth() * years, 0, 1) * season(rule, period);
            case LEVEL -> (rule.level() + effects + rule.growth() * years) * dip;
            case FLAG -> draw(rule, element, who, period) < rule.level() + effects + rule.growth() * years ? 1 : 0;
        };
    }

    private static double shareOf(@Nullable Facility facility, ValueRule rule) {
        return facility == null || rule.of().isEmpty() ? 1 : facility.share();
    }

    /** Whole numbers are rounded by chance, so that small expected counts keep their mean; all stay in their range. */
    private double rounded(Element element, double raw, Period period, @Nullable Facility facility) {
        ValueRule rule = rule(element.code());
        double value = raw;
        if (rule.step() > 0) {
            value = Math.round(raw / rule.step()) * rule.step();
        } else if (element.integer() && rule.kind() == ValueRule.Kind.LEVEL) {
            value = Math.round(raw);
        } else if (element.integer()) {
            String who = facility == null ? region.code() : facility.code();
            value = Math.floor(raw + draw(rule, element, who, period));
        } else {
            value = Math.round(raw * 100) / 100.0;
        }
        BigDecimal minimum = element.minimum();
        BigDecimal maximum = element.maximum();
        return clamp(
                value,
                minimum == null ? Double.NEGATIVE_INFINITY : minimum.doubleValue(),
                maximum == null ? Double.POSITIVE_INFINITY : maximum.doubleValue());
    }

    /** Flows are drawn anew each period; stocks keep their draw, so that they do not jump. */
    private double draw(ValueRule rule, Element element, String who, Period period) {
        boolean anew = rule.fresh() || element.overTime() == Element.Accumulation.SUM;
        return chance.uniform("draw", element.code(), who, anew ? period.code() : "");
    }

    private double size(ValueRule rule, Period period) {
        if (rule.of().isEmpty()) {
            return 1;
        }
        double size = 0;
        for (String part : rule.of()) {
            Element element = catalogue.elements().get(part);
            size += element == null ? Facility.attribute(region, part) : total(element, period);
        }
        return size;
    }

    /** The region's value of an element, brought to the period asked for. */
    private double total(Element element, Period period) {
        if (period.frequency().isFinerThan(element.frequency())) {
            return total(element, period.within(element.frequency()));
        }
        if (element.frequency().isFinerThan(period.frequency())) {
            List<Period> parts = period.parts(element.frequency());
            double last = total(element, parts.get(parts.size() - 1));
            double sum =
                    parts.stream().mapToDouble(part -> total(element, part)).sum();
            return switch (element.overTime()) {
                case SUM -> sum;
                case LAST -> last;
                case MEAN -> sum / parts.size();
            };
        }
        List<Facility> facilities = facilitiesOfElement.get(element.code());
        return facilities == null
                ? value(element, period, null)
                : facilities.stream()
                        .mapToDouble(facility -> value(element, period, facility))
                        .sum();
    }

    private static double season(ValueRule rule, Period period) {
        if (rule.season().isEmpty()) {
            return 1;
        }
        return period.parts(Frequency.MONTH).stream()
                        .mapToDouble(month -> rule.season().get(month.index() - 1))
                        .sum()
                / 12;
    }

    private ValueRule rule(String code) {
        ValueRule rule = settings.values().get(code);
        if (rule == null) {
            throw new IllegalStateException("No rule for the element " + code);
        }
        return rule;
    }

    private Element element(String code) {
        Element element = catalogue.elements().get(code);
        if (element == null) {
            throw new IllegalStateException("No element " + code);
        }
        return element;
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
