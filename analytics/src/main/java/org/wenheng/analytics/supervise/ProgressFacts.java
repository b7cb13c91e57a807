package org.wenheng.analytics.supervise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.supervise.SupervisedField.Backlog;
import org.wenheng.analytics.supervise.SupervisedField.Progress;
import org.wenheng.ingest.check.Baseline;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * How far regions have come in the year: spending, services, and what is left undone. Periods without a report are left out
 * on both sides, of what was reached and of what should have been; if more than a quarter of them is missing nothing is said.
 */
final class ProgressFacts {
    /** Share of the periods so far that must be there. */
    private static final double ENOUGH = 0.75;

    /** Regions whose year before must be whole for a seasonal share. */
    private static final int FEWEST_REGIONS = 5;

    private final ElementPanel panel;
    private final Catalogue catalogue;
    private final List<String> regions;
    private final Map<String, double[]> seasons = new HashMap<>();

    /**
     * @param regions codes of those that are looked at, and whose year before gives the seasonal share
     */
    ProgressFacts(ElementPanel panel, Catalogue catalogue, List<String> regions) {
        this.panel = panel;
        this.catalogue = catalogue;
        this.regions = List.copyOf(regions);
    }

    /** Facts of every region that is asked for it, for what can be seen in such a period; none for flows that are reported less often. */
    List<Fact> progress(Progress item, Period period) {
        Element element = element(item.of());
        if (period.frequency().isFinerThan(element.frequency())) {
            return List.of();
        }
        return regions.stream()
                .map(region -> fact(region, item, element, period))
                .toList();
    }

    /** Facts of every region that is asked for it, for what was due in the year so far; none for what is reported less often. */
    List<Fact> backlog(Backlog item, Period period) {
        Element due = element(item.due());
        Element done = element(item.done());
        if (period.frequency().isFinerThan(due.frequency())
                || period.frequency().isFinerThan(done.frequency())) {
            return List.of();
        }
        return regions.stream()
                .filter(region -> isAsked(region, due))
                .map(region -> {
                    double asked = total(region, due, period);
                    double met = total(region, done, period);
                    return new Fact(
                                    Watch.BACKLOG,
                                    region,
                                    item.code(),
                                    Map.of("open", asked - met, "share", asked == 0 ? 100 : 100 * met / asked),
                                    Map.of(
                                            "item", item.title(),
                                            "due", number(asked),
                                            "done", number(met)),
                                    List.of(),
                                    new Title(
                                            item.title().chinese() + ":年初以来的数据不全",
                                            item.title().english() + ": the data of the year so far are not complete"))
                            .answeredBy(done.departmentNames());
                })
                .toList();
    }

    /** Whether a form of the region asks for an element; in a catalogue without forms every region may report it. */
    private boolean isAsked(String code, Element element) {
        return catalogue.forms().isEmpty()
                || catalogue
                        .findRegion(code)
                        .map(region -> catalogue.formsOf(region).stream()
                                .anyMatch(form -> form.elements().contains(element.code())))
                        .orElse(false);
    }

    private Fact fact(String region, Progress item, Element element, Period period) {
        double[] behind = new double[3];
        Period looked = period;
        for (int i = 0; i < behind.length; i++) {
            // A year that has not had so many periods cannot have been behind in them.
            behind[i] = looked.year() == period.year()
                    ? standing(region, item, element, looked).behind()
                    : 0;
            looked = looked.previous();
        }
        Standing now = standing(region, item, element, period);
        Map<String, Double> measures = Map.of(
                "behind", behind[0],
                "behind-two", Math.min(behind[0], behind[1]),
                "behind-three", Math.min(behind[0], Math.min(behind[1], behind[2])));
        Title plan = item.plan().isPresent()
                ? element(item.plan().orElseThrow()).name()
                : new Title("上年全年", "the total of the year before");
        return new Fact(
                        item.watch(),
                        region,
                        item.code(),
                        measures,
                        Map.of(
                                "item", item.title(),
                                "share", number(now.share()),
                                "target", number(now.target()),
                                "plan", plan,
                                "schedule", now.schedule()),
                        List.of(),
                        new Title(
                                "%s:年初以来的数据或计划(%s)不全".formatted(item.title().chinese(), plan.chinese()),
                                "%s: the year so far or its plan (%s) is not complete"
                                        .formatted(item.title().english(), plan.english())))
                .answeredBy(element.departmentNames());
    }

    /**
     * Where a region stands at the end of a period.
     *
     * @param share per cent of the plan in the periods that were reported
     * @param target per cent of the plan that was to come in them
     */
    private record Standing(double share, double target, Title schedule) {
        /** Per cent of the target that is lacking, negative if there is more; NaN if either is not known. */
        double behind() {
            return target > 0 ? 100 * (1 - share / target) : Double.NaN;
        }
    }

    private Standing standing(String region, Progress item, Element element, Period period) {
        List<Period> parts = period.yearToDate(element.frequency());
        Optional<double[]> season = season(item, element, period.year());
        double reached = 0;
        double target = 0;
        int there = 0;
        for (Period part : parts) {
            double value = value(region, element.code(), part);
            if (!Double.isNaN(value)) {
                reached += value;
                target += step(item, season, part);
                there++;
            }
        }
        double plan = plan(region, item, element, period);
        boolean enough = there >= ENOUGH * parts.size();
        String gaps = there == parts.size() ? "" : ",缺 %d 期".formatted(parts.size() - there);
        String gapsEnglish = there == parts.size() ? "" : ", %d missing".formatted(parts.size() - there);
        Title schedule = schedule(item, season);
        return new Standing(
                enough && plan > 0 ? 100 * reached / plan : Double.NaN,
                enough ? target : Double.NaN,
                new Title(schedule.chinese() + gaps, schedule.english() + gapsEnglish));
    }

    private static Title schedule(Progress item, Optional<double[]> season) {
        if (!item.byQuarter().isEmpty()) {
            return new Title("按季度序时进度", "by the schedule of the quarters");
        }
        return season.isPresent()
                ? new Title("按上年同期季节份额", "by the seasonal share of the year before")
                : new Title("按月平均(无上年可比)", "evenly, there is no year before to compare with");
    }

    /** Per cent of the plan that belongs to one period of the element. */
    private static double step(Progress item, Optional<double[]> season, Period part) {
        List<Double> byQuarter = item.byQuarter();
        if (byQuarter.isEmpty()) {
            return season.map(shares -> shares[part.index() - 1])
                    .orElse(100.0 / part.frequency().perYear());
        }
        double sum = 0;
        for (Period month : part.parts(Frequency.MONTH)) {
            int quarter = (month.index() - 1) / 3;
            sum += (byQuarter.get(quarter) - (quarter == 0 ? 0 : byQuarter.get(quarter - 1))) / 3;
        }
        return sum;
    }

    /**
     * The share of each period in the year before, per cent: the median over the regions whose year before is whole, so that
     * no single one decides, brought to a sum of 100. Empty with fewer than {@value #FEWEST_REGIONS} of them.
     */
    private Optional<double[]> season(Progress item, Element element, int year) {
        if (!item.byQuarter().isEmpty()) {
            return Optional.empty();
        }
        double[] shares = seasons.computeIfAbsent(element.code() + " " + year, key -> shares(element, year - 1));
        return shares.length == 0 ? Optional.empty() : Optional.of(shares);
    }

    private double[] shares(Element element, int year) {
        List<Period> parts = Period.ofYear(year).parts(element.frequency());
        List<double[]> whole = new ArrayList<>();
        for (String region : regions) {
            double[] values = parts.stream()
                    .mapToDouble(part -> value(region, element.code(), part))
                    .toArray();
            double total = Arrays.stream(values).sum();
            if (total > 0) {
                whole.add(
                        Arrays.stream(values).map(value -> 100 * value / total).toArray());
            }
        }
        if (whole.size() < FEWEST_REGIONS) {
            return new double[0];
        }
        double[] medians = new double[parts.size()];
        for (int i = 0; i < medians.length; i++) {
            int part = i;
            medians[i] = Baseline.of(
                            whole.stream().mapToDouble(values -> values[part]).toArray())
                    .median();
        }
        double sum = Arrays.stream(medians).sum();
        return sum > 0
                ? Arrays.stream(medians).map(median -> 100 * median / sum).toArray()
                : new double[0];
    }

    private double plan(String region, Progress item, Element element, Period period) {
        if (item.plan().isEmpty()) {
            return Period.ofYear(period.year() - 1).parts(element.frequency()).stream()
                    .mapToDouble(part -> value(region, element.code(), part))
                    .sum();
        }
        Element plan = element(item.plan().orElseThrow());
        List<Period> parts = period.frequency().isFinerThan(plan.frequency())
                ? List.of(period.within(plan.frequency()))
                : period.yearToDate(plan.frequency());
        double latest = Double.NaN;
        for (Period part : parts) {
            double value = value(region, plan.code(), part);
            latest = Double.isNaN(value) ? latest : value;
        }
        return latest;
    }

    /** The total of the year so far; NaN unless every period is there. */
    private double total(String region, Element element, Period period) {
        return period.yearToDate(element.frequency()).stream()
                .mapToDouble(part -> value(region, element.code(), part))
                .sum();
    }

    /** A value; 0 for a stated nothing, NaN for any other reason to have none. */
    private double value(String region, String element, Period period) {
        ElementPanel.Cell cell = panel.at(region, period, element);
        return cell.status() == ValueStatus.NIL ? 0 : cell.value();
    }

    private Element element(String code) {
        Element element = catalogue.elements().get(code);
        if (element == null) {
            throw new IllegalArgumentException("The catalogue has no element " + code);
        }
        return element;
    }

    private static Title number(double value) {
        return new Title(Figures.of(value, 1), Figures.of(value, 1));
    }
}
