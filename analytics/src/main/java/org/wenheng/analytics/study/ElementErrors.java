package org.wenheng.analytics.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.wenheng.analytics.index.ElementPanel;
import org.wenheng.analytics.index.ElementPanel.Cell;
import org.wenheng.analytics.index.ElementPanel.Place;
import org.wenheng.analytics.index.Engine;
import org.wenheng.analytics.matrix.Matrix;
import org.wenheng.analytics.robust.Uncertainty.Revaluation;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.ValueStatus;

/**
 * Errors of what regions report, exact: the engine works every formula again on the panel with the errors, so that one error
 * moves all indicators that rest on its element, each in its own direction. A region's error of an element is the same share
 * of all its values in the year that is scored, uniform within ± the margin; years before stay as reported. No value passes
 * the element's maximum on account of an error. What is missing stays missing, and 0 stays 0.
 */
public final class ElementErrors {
    private final SchemeStudy study;
    private final List<Source> sources;

    /** The values that one error moves together. */
    private record Source(double margin, double maximum, Map<Place, Cell> cells) {}

    /**
     * @param margins by the code of the element, from 0, below 1; an element without one has no errors
     * @throws IllegalArgumentException if the catalogue has no such element, or a margin is outside its range
     */
    public ElementErrors(SchemeStudy study, Map<String, Double> margins) {
        this.study = study;
        margins.forEach((element, margin) -> check(study.catalogue(), element, margin));
        Map<String, Source> byRegionAndElement = new TreeMap<>();
        study.panel().cells().forEach((place, cell) -> {
            double margin = margins.getOrDefault(place.element(), 0.0);
            if (margin > 0 && place.period().year() == study.period().year() && cell.status() == ValueStatus.REPORTED) {
                byRegionAndElement
                        .computeIfAbsent(
                                place.region() + " " + place.element(),
                                key -> new Source(margin, maximum(place.element()), new HashMap<>()))
                        .cells()
                        .put(place, cell);
            }
        });
        // In the order of codes, so that a deviate belongs to the same region and element whatever order the panel is
        // in.
        this.sources = new ArrayList<>(byRegionAndElement.values());
    }

    /** The same margin for every element that the period's indicators rest on. */
    public static Map<String, Double> sameForAll(SchemeStudy study, double margin) {
        Map<String, Double> margins = new TreeMap<>();
        study.elements().forEach(element -> margins.put(element.name(), margin));
        return margins;
    }

    private static void check(Catalogue catalogue, String element, double margin) {
        if (!catalogue.elements().containsKey(element)) {
            throw new IllegalArgumentException(
                    "目录里没有数据元 %s / The catalogue has no element %s".formatted(element, element));
        }
        if (!(margin >= 0 && margin < 1)) {
            throw new IllegalArgumentException("数据元 %s 的误差 %s 不在 0 到 1 之间 / Margin %s of %s is outside 0 to 1"
                    .formatted(element, margin, margin, element));
        }
    }

    private double maximum(String code) {
        Element element = study.catalogue().elements().get(code);
        return element == null || element.maximum() == null
                ? Double.POSITIVE_INFINITY
                : element.maximum().doubleValue();
    }

    /** The panel with the errors of a seed. */
    public ElementPanel panel(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<Place, Cell> off = new HashMap<>();
        for (Source source : sources) {
            double factor = 1 + source.margin() * (2 * random.nextDouble() - 1);
            source.cells().forEach((place, cell) -> off.put(place, off(cell, factor, source.maximum())));
        }
        return study.panel().with(off);
    }

    private static Cell off(Cell cell, double factor, double maximum) {
        double value = Math.min(cell.value() * factor, Math.max(cell.value(), maximum));
        return new Cell(cell.status(), value, cell.reported(), cell.expected());
    }

    /** The indicators' values with the errors of a seed, as in the study. */
    public Matrix values(long seed) {
        return new Engine(study.scheme(), study.catalogue()).unitValues(panel(seed), study.period());
    }

    /** The errors of all elements together as one uncertainty. */
    public Revaluation uncertainty(String name) {
        return new Revaluation(name, this::values);
    }
}
