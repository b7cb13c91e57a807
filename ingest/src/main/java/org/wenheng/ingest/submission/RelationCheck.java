package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CellCode;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Relation;

/**
 * Checks values against each other: those of the file, and those known where the file has none. A relation is looked at if
 * one of its values is new, and said at the first of its cells that is. Elements of different frequencies meet in the
 * longest of their periods, as they add up over time.
 */
final class RelationCheck {
    private static final MathContext RATIO = new MathContext(4);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Catalogue catalogue;
    private final Checks checks;
    private final Map<String, List<Meeting>> byElement = new HashMap<>();

    /** @param frequency kind of period in which the elements meet; null if all have the same */
    private record Meeting(Relation relation, @Nullable Frequency frequency) {}

    RelationCheck(Catalogue catalogue, Checks checks) {
        this.catalogue = catalogue;
        this.checks = checks;
        for (Relation relation : catalogue.relations()) {
            List<Frequency> frequencies = relation.elements().stream()
                    .map(code -> element(code).frequency())
                    .distinct()
                    .toList();
            Meeting meeting = new Meeting(relation, frequencies.size() == 1 ? null : Collections.max(frequencies));
            relation.elements().stream()
                    .distinct()
                    .forEach(code -> byElement
                            .computeIfAbsent(code, any -> new ArrayList<>())
                            .add(meeting));
        }
    }

    /**
     * What is wrong with the relations that are to be said at a cell.
     *
     * @param jumped the cells that are a power of ten off: if there is one in a relation, it is said there
     */
    List<Finding> check(SettledCells cells, int place, Set<Integer> jumped) {
        ObservationKey key = Objects.requireNonNull(cells.cell(place).key());
        List<Finding> findings = new ArrayList<>(0);
        for (Meeting meeting : byElement.getOrDefault(key.elementCode(), List.of())) {
            Place at = new Place(cells, key, meeting.frequency());
            if (at.first(meeting.relation(), jumped) == place) {
                Finding finding = at.check(meeting.relation(), place);
                if (finding != null) {
                    findings.add(finding.isOpen() ? at.explained(finding, meeting.relation()) : finding);
                }
            }
        }
        return findings;
    }

    private Element element(String code) {
        return Objects.requireNonNull(catalogue.elements().get(code), code);
    }

    private static BigDecimal added(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The region, the facility and the period in which the elements of a relation meet. */
    private final class Place {
        private final SettledCells cells;
        private final ObservationKey key;
        private final @Nullable Period period;

        Place(SettledCells cells, ObservationKey key, @Nullable Frequency frequency) {
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
        private @Nullable BigDecimal value(String code) {
            if (period == null) {
                return cells.valueOf(key(code, key.period()));
            }
            List<BigDecimal> values = known(code);
            return values.size() < keys(code).size() || values.isEmpty() ? null : total(code, values);
        }

        /** What the value is at least: of a flow the periods that are known. */
        private @Nullable BigDecimal valueSoFar(String code) {
            if (period == null) {
                return value(code);
            }
            List<BigDecimal> values = known(code);
            boolean whole = values.size() == keys(code).size();
            boolean grows = element(code).overTime() == Element.Accumulation.SUM;
            return values.isEmpty() || !(whole || grows) ? null : total(code, values);
        }

        private List<BigDecimal> known(String code) {
            return keys(code).stream()
                    .map(cells::valueOf)
                    .filter(Objects::nonNull)
                    .toList();
        }

        private BigDecimal total(String code, List<BigDecimal> values) {
            return switch (element(code).overTime()) {
                case SUM -> added(values);
                case LAST -> values.get(values.size() - 1);
                case MEAN -> added(values).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
            };
        }

        @Nullable
        Finding check(Relation relation, int at) {
            CheckedCell cell = cells.cell(at);
            if (relation instanceof Relation.Sum sum) {
                return sum(sum, cell);
            }
            if (relation instanceof Relation.Limit limit) {
                return limit(limit, cell);
            }
            if (relation instanceof Relation.Ratio ratio) {
                return ratio(ratio, cell);
            }
            return implication((Relation.Implication) relation, cell);
        }

        private @Nullable Finding sum(Relation.Sum relation, CheckedCell cell) {
            BigDecimal whole = value(relation.whole());
            List<BigDecimal> parts = known(relation.parts(), true);
            if (whole == null || parts.isEmpty()) {
                return null;
            }
            BigDecimal difference = added(parts).subtract(whole);
            boolean allKnown =
                    known(relation.parts(), false).size() == relation.parts().size();
            if (difference.abs().compareTo(relation.tolerance()) <= 0 || (!allKnown && difference.signum() < 0)) {
                return null;
            }
            CellCode code = allKnown ? CellCode.SUM_NOT_WHOLE : CellCode.PARTS_ABOVE_WHOLE;
            return finding(cell, code, relation.parts(), List.of(relation.whole()), added(parts), whole);
        }

        /** The known values of several elements. */
        private List<BigDecimal> known(List<String> codes, boolean soFar) {
            List<BigDecimal> values = new ArrayList<>(codes.size());
            for (String code : codes) {
                BigDecimal value = soFar ? valueSoFar(code) : value(code);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        }

        private @Nullable Finding limit(Relation.Limit relation, CheckedCell cell) {
            List<BigDecimal> wholes = known(relation.wholes(), false);
            List<BigDecimal> parts = known(relation.parts(), true);
            if (wholes.size() < relation.wholes().size() || parts.isEmpty()) {
                return null;
            }
            BigDecimal part = added(parts);
            BigDecimal whole = added(wholes);
            BigDecimal excess = part.subtract(whole);
            if (excess.signum() <= 0 || excess.compareTo(rounding(relation)) <= 0) {
                return null;
            }
            CellCode code = relation.parts().size() == 1 ? CellCode.PART_ABOVE_WHOLE : CellCode.PARTS_ABOVE_WHOLE;
            return finding(cell, code, relation.parts(), relation.wholes(), part, whole);
        }

        /** What the rounding of each value explains where values of several periods were added: half of its last digit. */
        private BigDecimal rounding(Relation relation) {
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

        private Finding finding(
                CheckedCell cell,
                CellCode code,
                List<String> parts,
                List<String> wholes,
                BigDecimal part,
                BigDecimal whole) {
            String unit = element(wholes.get(0)).unit();
            Map<String, String> facts = new HashMap<>();
            facts.put("value", Wording.amount(part, unit));
            facts.put("expected", Wording.amount(whole, unit));
            facts.put("difference", Wording.amount(part.subtract(whole).abs(), unit));
            names(facts, "name", parts);
            names(facts, "parts", parts);
            names(facts, "other", wholes);
            return checks.finding(cell, code, facts);
        }

        private @Nullable Finding ratio(Relation.Ratio relation, CheckedCell cell) {
            BigDecimal of = value(relation.of());
            BigDecimal per = value(relation.per());
            if (of == null || per == null || per.signum() <= 0) {
                return null;
            }
            BigDecimal atLeast = relation.atLeast();
            BigDecimal atMost = relation.atMost();
            boolean tooSmall = atLeast != null && of.compareTo(atLeast.multiply(per)) < 0;
            boolean tooLarge = atMost != null && of.compareTo(atMost.multiply(per)) > 0;
            if (!tooSmall && !tooLarge) {
                return null;
            }
            Map<String, String> facts = new HashMap<>();
            facts.put("value", Wording.plain(of.divide(per, RATIO)));
            facts.put("numerator", Wording.amount(of, element(relation.of()).unit()));
            facts.put("denominator", Wording.amount(per, element(relation.per()).unit()));
            facts.put("expected", Wording.boundsChinese(atLeast, atMost));
            facts.put("expected-en", Wording.boundsEnglish(atLeast, atMost));
            names(facts, "name", List.of(relation.of()));
            names(facts, "other", List.of(relation.per()));
            return checks.finding(cell, CellCode.RATIO_OUT_OF_BOUNDS, facts);
        }

        private @Nullable Finding implication(Relation.Implication relation, CheckedCell cell) {
            BigDecimal given = value(relation.given());
            BigDecimal needed = value(relation.needed());
            if (given == null || needed == null || given.signum() <= 0 || needed.signum() > 0) {
                return null;
            }
            Map<String, String> facts = new HashMap<>();
            facts.put("value", Wording.amount(given, element(relation.given()).unit()));
            names(facts, "name", List.of(relation.given()));
            names(facts, "other", List.of(relation.needed()));
            return checks.finding(cell, CellCode.POSITIVE_WITHOUT_BASIS, facts);
        }

        private void names(Map<String, String> facts, String fact, List<String> codes) {
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
}
