package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.read.SourceMapping.KeyColumn;
import org.wenheng.ingest.read.SourceMapping.Layout;
import org.wenheng.ingest.read.SourceMapping.Origin;
import org.wenheng.ingest.read.SourceMapping.PeriodSource;
import org.wenheng.ingest.read.SourceMapping.Place;
import org.wenheng.ingest.read.SourceMapping.RegionSource;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads where something stands in a table: region, period, element, unit. */
final class PlaceReader {
    private static final Set<String> PLACES = Set.of("fixed", "column", "header", "line", "sheet");

    private PlaceReader() {}

    static RegionSource region(YamlNode node, Layout layout) {
        if (!node.isPresent()) {
            if (layout == Layout.REGIONS_IN_COLUMNS) {
                return new RegionSource(List.of(), new Place(Origin.HEADER, "", 0, null), null, null);
            }
            node.problem("MAPPING_REGION_MISSING", "缺少行政区所在的列", "The columns of the region are missing");
            return new RegionSource(List.of(), null, null, null);
        }
        boolean isPlace = !node.isMapping() || node.entries().keySet().stream().anyMatch(PLACES::contains);
        if (!isPlace) {
            List<KeyColumn> code = new ArrayList<>();
            node.entries().forEach((column, width) -> code.add(new KeyColumn(column, width.integer())));
            return new RegionSource(code, null, null, null);
        }
        return new RegionSource(
                List.of(),
                place(node, "under", "level"),
                node.isMapping() ? node.get("under").optionalText().orElse(null) : null,
                node.isMapping() ? node.get("level").optionalText().orElse(null) : null);
    }

    static PeriodSource period(YamlNode node, Layout layout) {
        boolean byHeader = layout == Layout.PERIODS_IN_COLUMNS || layout == Layout.INDICATORS_IN_ROWS;
        if (!node.isPresent() && byHeader) {
            return new PeriodSource(List.of(new Place(Origin.HEADER, "", 0, null)), null, false);
        }
        if (node.isPresent() && !node.isMapping()) {
            return new PeriodSource(List.of(place(node)), null, false);
        }
        List<Place> places = new ArrayList<>();
        for (YamlNode column : node.get("columns").items()) {
            places.add(Place.column(column.text()));
        }
        boolean parted = !places.isEmpty();
        boolean single = node.entries().keySet().stream().anyMatch(PLACES::contains);
        if (single) {
            places.add(place(node, "columns", "frequency", "format"));
        } else {
            node.only("columns", "frequency", "format", "fixed", "column", "header", "line", "sheet", "match");
        }
        if (single == parted) {
            node.problem(
                    "MAPPING_PERIOD_UNCLEAR",
                    "period 应有 fixed、column、columns、header、line、sheet 之一",
                    "period needs exactly one of fixed, column, columns, header, line, sheet");
        }
        Frequency frequency =
                node.get("frequency").isPresent() ? node.get("frequency").word(Frequency.class) : null;
        return new PeriodSource(places, frequency, isSerial(node.get("format")));
    }

    private static boolean isSerial(YamlNode format) {
        Optional<String> word = format.optionalText();
        if (word.isPresent() && !word.get().equals("excel-serial")) {
            format.problem(
                    "YAML_WORD_UNKNOWN",
                    "period.format: 不认识 \"%s\",可用: excel-serial".formatted(word.get()),
                    "period.format: unknown word \"%s\"; expected: excel-serial".formatted(word.get()));
        }
        return word.isPresent();
    }

    /** A single text is a column; otherwise a mapping with one key of where it stands. */
    static Place place(YamlNode node, String... alsoKnown) {
        if (!node.isMapping()) {
            return Place.column(node.text());
        }
        List<String> keys = new ArrayList<>(List.of("fixed", "column", "header", "line", "sheet", "match"));
        keys.addAll(List.of(alsoKnown));
        node.only(keys.toArray(String[]::new));
        List<String> given =
                node.entries().keySet().stream().filter(PLACES::contains).toList();
        if (given.size() != 1) {
            node.problem(
                    "MAPPING_PLACE_UNCLEAR",
                    "应有 fixed、column、header、line、sheet 之一,现有:" + given,
                    "Exactly one of fixed, column, header, line, sheet is needed; found: " + given);
            return new Place(Origin.FIXED, "", 0, null);
        }
        String key = given.get(0);
        YamlNode value = node.get(key);
        String match = match(node.get("match"));
        return switch (key) {
            case "fixed" -> new Place(Origin.FIXED, value.text(), 0, match);
            case "column" -> new Place(Origin.COLUMN, value.text(), 0, match);
            case "line" -> new Place(Origin.LINE, value.text(), 0, match);
            case "sheet" -> new Place(value.flag(true) ? Origin.SHEET : Origin.FIXED, "", 0, match);
            default -> new Place(Origin.HEADER, "", value.text().equals("all") ? 0 : value.integer(), match);
        };
    }

    private static @Nullable String match(YamlNode node) {
        Optional<String> expression = node.optionalText();
        if (expression.isEmpty()) {
            return null;
        }
        try {
            if (Pattern.compile(expression.get()).matcher("").groupCount() == 1) {
                return expression.get();
            }
        } catch (PatternSyntaxException e) {
            // Said below, together with expressions that have no group.
        }
        node.problem(
                "MAPPING_MATCH_MALFORMED",
                "match 应为含一个分组的正则表达式,现为“%s”".formatted(expression.get()),
                "match must be a regular expression with one group, found \"%s\"".formatted(expression.get()));
        return null;
    }
}
