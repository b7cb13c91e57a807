package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Relation;

/** The region, the facility and the period in which the elements of a relation meet, and their values there. */
final class RelationPlace {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Catalogue catalogue;
    private final SettledCells cells;
    private final ObservationKey key;
    private final @Nullable Period period;

    RelationPlace(Catalogue catalogue, SettledCells cells, ObservationKey key, @Nullable Frequency frequency) {
        this.catalogue = catalogue;
        this.cells = cells;
        this.key = key;
        this.period = frequency == null
                ? null
                : Period.parse(key.period()).orElseThrow().within(frequency);
    }

    /** The place of the first cell that is compared, in the order of the relation; one that jumped goes before. */
    int first(Relation relation, Set<Integer> jumped) {
        if (period == null && jumped.isEmpty()) {
            return firstOfSamePeriod(relation);
        }
        int first = -1;
        for (String code : relation.elements()) {
            List<ObservationKey> keys = keys(code);
            for (int i = keys.size() - 1; i >= 0; i--) {
                int place = cells.placeOf(keys.get(i));
                if (place >= 0 && jumped.contains(place)) {
                    return place;
                }
                first = first < 0 ? place : first;
            }
        }
        return first;
    }

    /** The common case needs no lists. */
    private int firstOfSamePeriod(Relation relation) {
        for (String code : relation.elements()) {
            int place = cells.placeOf(key(code, key.period()));
            if (place >= 0) {
                return place;
            }
        }
        return -1;
    }

    /** The finding with the explanation that stands beside another cell of the relation, if one does. */
    Finding explained(Finding finding, Relation relation) {
        return relation.elements().stream()
                .flatMap(code -> keys(code).stream())
                .map(cells::placeOf)
                .filter(place -> place >= 0)
                .map(place -> cells.cell(place).cell().remark())
                .filter(Finding::explains)
                .findFirst()
                .map(finding::withExplanation)
                .orElse(finding);
    }

    private List<ObservationKey> keys(String code) {
        return period == null
                ? List.of(key(code, key.period()))
                : period.parts(element(code).frequency()).stream()
                        .map(part -> key(code, part.code()))
                        .toList();
    }

    private ObservationKey key(String code, String periodCode) {
        return new ObservationKey(key.regionCode(), key.facilityCode(), periodCode, code);
    }

    /** The value in the common period; null unless every period in it is known. */
    @Nullable
    BigDecimal value(String code) {
        if (period == null) {
            return cells.valueOf(key(code, key.period()));
        }
        List<BigDecimal> values = known(code);
        return values.size() < keys(code).size() || values.isEmpty() ? null : total(code, values);
    }

    /** What the value is at least: of a flow the periods that are known. */
    @Nullable
    BigDecimal valueSoFar(String code) {
        if (period == null) {
            return value(code);
        }
        List<BigDecimal> values = known(code);
        boolean whole = values.size() == keys(code).size();
        boolean grows = element(code).overTime() == Element.Accumulation.SUM;
        return values.isEmpty() || !(whole || grows) ? null : total(code, values);
    }

    private List<BigDecimal> known(String code) {
        return keys(code).stream().map(cells::valueOf).filter(Objects::nonNull).toList();
    }

    private BigDecimal total(String code, List<BigDecimal> values) {
        return switch (element(code).overTime()) {
            case SUM -> added(values);
            case LAST -> values.get(values.size() - 1);
            case MEAN -> added(values).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
        };
    }

    /** The known values of several elements. */
    List<BigDecimal> known(List<String> codes, boolean soFar) {
        List<BigDecimal> values = new ArrayList<>(codes.size());
        for (String code : codes) {
            BigDecimal value = soFar ? valueSoFar(code) : value(code);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** What the rounding of each value explains where values of several periods were added: half of its last digit. */
    BigDecimal rounding(Relation relation) {
        return period == null
                ? BigDecimal.ZERO
                : relation.elements().stream()
                        .flatMap(code -> keys(code).stream())
                        .map(cells::valueOf)
                        .filter(Objects::nonNull)
                        .map(value -> HALF.scaleByPowerOfTen(
                                -Math.max(0, value.stripTrailingZeros().scale())))
                        .filter(half -> half.compareTo(HALF) < 0)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Element element(String code) {
        return Objects.requireNonNull(catalogue.elements().get(code), code);
    }

    static BigDecimal added(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Puts the names of elements into the facts of a finding, in both languages. */
    void names(Map<String, String> facts, String fact, List<String> codes) {
        facts.put(
                fact,
                codes.stream()
                        .map(code -> Checks.nameOf(element(code)).chinese())
                        .collect(Collectors.joining("、")));
        facts.put(
                fact + "-en",
                codes.stream()
                        .map(code -> Checks.nameOf(element(code)).english())
                        .collect(Collectors.joining(", ")));
    }
}
