package org.wenheng.analytics.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.ingest.reference.FieldChecks;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * Looks at every value of a period with every detector and bundles what they say into cases.
 *
 * @param groups peer group by region; a region without one is compared with no peers
 * @param checks elements that normally stay the same are not searched for copies, those that are not compared not at all
 * @param related pairs of elements whose ratio is looked at; a detection belongs to the numerator
 */
public record CaseFinder(Map<String, String> groups, List<Related> related, FieldChecks checks, Settings settings) {
    public CaseFinder {
        groups = Map.copyOf(groups);
        related = List.copyOf(related);
    }

    /** Two elements that move together, such as visits and loans. */
    public record Related(String numerator, String denominator) {}

    /** Series by element, then by region: sorted, so that no order of the input shows. */
    private record Series(NavigableMap<String, NavigableMap<String, NavigableMap<Period, Double>>> byElement) {
        static Series of(ElementPanel panel, Frequency frequency, Period last) {
            NavigableMap<String, NavigableMap<String, NavigableMap<Period, Double>>> all = new TreeMap<>();
            panel.cells().forEach((place, cell) -> {
                Period period = place.period();
                if (cell.status() == ValueStatus.REPORTED
                        && Double.isFinite(cell.value())
                        && period.frequency() == frequency
                        && period.compareTo(last) <= 0) {
                    all.computeIfAbsent(place.element(), code -> new TreeMap<>())
                            .computeIfAbsent(place.region(), code -> new TreeMap<>())
                            .put(period, cell.value());
                }
            });
            return new Series(all);
        }

        NavigableMap<String, NavigableMap<Period, Double>> ofElement(String element) {
            return byElement.getOrDefault(element, new TreeMap<>());
        }
    }

    /**
     * What a look at a period gave.
     *
     * @param cases by region and element
     * @param tested by region, how many values something could be said of; a region without any has no entry
     */
    public record Look(List<AnomalyCase> cases, Map<String, Integer> tested) {
        public Look {
            cases = List.copyOf(cases);
            tested = Map.copyOf(tested);
        }
    }

    /** The cases of a period, see {@link #look}. */
    public List<AnomalyCase> cases(ElementPanel panel, Period period, List<AnomalyCase> earlier) {
        return look(panel, period, earlier).cases();
    }

    /**
     * Looks at a period. Only values up to the period are looked at. What is not reported gives no case: that it is missing
     * is a matter of data quality and lights.
     *
     * @param earlier cases of earlier periods, in any order
     */
    public Look look(ElementPanel panel, Period period, List<AnomalyCase> earlier) {
        Series series = Series.of(panel, period.frequency(), period);
        List<AnomalyCase> cases = new ArrayList<>();
        Map<String, Integer> tested = new TreeMap<>();
        for (String element : series.byElement().keySet()) {
            if (checks.uncompared().contains(element)) {
                continue;
            }
            NavigableMap<String, NavigableMap<Period, Double>> regions = series.ofElement(element);
            NavigableMap<String, SeasonalBaseline> baselines = new TreeMap<>();
            regions.forEach((region, values) -> SeasonalBaseline.of(values, period, settings)
                    .ifPresent(baseline -> baselines.put(region, baseline)));
            List<Ratios> ratios = ratios(element, series);
            regions.forEach((region, values) -> {
                if (values.containsKey(period)) {
                    List<Detection> found = new ArrayList<>(ofSeries(region, values, baselines));
                    if (!checks.steady().contains(element)) {
                        CopiedRun.of(values, period)
                                .map(run -> run.detection(settings))
                                .ifPresent(found::add);
                    }
                    ratios.forEach(pair -> ratio(region, pair, period).ifPresent(found::add));
                    found.removeIf(detection -> detection.score() < settings.value(Setting.CASE_SCORE));
                    if (!found.isEmpty()) {
                        cases.add(AnomalyCase.of(region, element, period, found)
                                .linked(earlier, (int) settings.value(Setting.LINK_PERIODS)));
                    }
                    if (!found.isEmpty() || baselines.containsKey(region)) {
                        tested.merge(region, 1, Integer::sum);
                    }
                }
            });
        }
        cases.sort((one, two) -> one.id().compareTo(two.id()));
        return new Look(cases, tested);
    }

    private List<Detection> ofSeries(
            String region, NavigableMap<Period, Double> values, NavigableMap<String, SeasonalBaseline> baselines) {
        List<Detection> found = new ArrayList<>();
        SeasonalBaseline own = baselines.get(region);
        if (own != null) {
            found.add(own.detection(settings));
            OptionalDouble change = own.change();
            if (change.isPresent()) {
                double[] peers = peersOf(region, baselines).stream()
                        .map(SeasonalBaseline::change)
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .toArray();
                Comparisons.peers(change.getAsDouble(), peers, settings).ifPresent(found::add);
            }
        }
        double[] all = values.values().stream().mapToDouble(Double::doubleValue).toArray();
        DigitTests.heaping(all, settings).ifPresent(found::add);
        DigitTests.firstDigits(all, settings).ifPresent(found::add);
        return found;
    }

    /** The quotients of a pair, by region and period. */
    private record Ratios(String name, NavigableMap<String, NavigableMap<Period, Double>> byRegion) {}

    private List<Ratios> ratios(String element, Series series) {
        List<Ratios> all = new ArrayList<>();
        for (Related pair : related) {
            if (pair.numerator().equals(element)) {
                NavigableMap<String, NavigableMap<Period, Double>> denominators = series.ofElement(pair.denominator());
                NavigableMap<String, NavigableMap<Period, Double>> byRegion = new TreeMap<>();
                series.ofElement(pair.numerator())
                        .forEach((region, values) -> byRegion.put(
                                region, quotients(values, denominators.getOrDefault(region, new TreeMap<>()))));
                all.add(new Ratios(pair.numerator() + " / " + pair.denominator(), byRegion));
            }
        }
        return all;
    }

    private Optional<Detection> ratio(String region, Ratios pair, Period period) {
        NavigableMap<Period, Double> own = pair.byRegion().getOrDefault(region, new TreeMap<>());
        Double tested = own.get(period);
        if (tested == null) {
            return Optional.empty();
        }
        double[] history = own.headMap(period, false).values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] peers = peersOf(region, pair.byRegion()).stream()
                .filter(values -> values.containsKey(period))
                .mapToDouble(values -> values.getOrDefault(period, Double.NaN))
                .toArray();
        return Comparisons.ratio(pair.name(), tested, history, peers, settings);
    }

    /** Only where both are above 0: a ratio of nothing to something is a matter of the collection's checks. */
    private static NavigableMap<Period, Double> quotients(
            NavigableMap<Period, Double> numerators, NavigableMap<Period, Double> denominators) {
        NavigableMap<Period, Double> quotients = new TreeMap<>();
        numerators.forEach((period, numerator) -> {
            Double denominator = denominators.get(period);
            if (denominator != null && numerator > 0 && denominator > 0) {
                quotients.put(period, numerator / denominator);
            }
        });
        return quotients;
    }

    private <T> List<T> peersOf(String region, Map<String, T> all) {
        String group = groups.get(region);
        if (group == null) {
            return List.of();
        }
        return all.keySet().stream()
                .filter(other -> !other.equals(region) && group.equals(groups.get(other)))
                .map(all::get)
                .toList();
    }
}
