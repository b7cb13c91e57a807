package org.wenheng.ingest.read;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.read.SourceMapping.Field;
import org.wenheng.ingest.read.SourceMapping.KeyColumn;
import org.wenheng.ingest.read.SourceMapping.Layout;
import org.wenheng.ingest.read.SourceMapping.Origin;
import org.wenheng.ingest.read.SourceMapping.PeriodSource;
import org.wenheng.ingest.read.SourceMapping.Place;
import org.wenheng.ingest.read.SourceMapping.RegionSource;
import org.wenheng.ingest.read.SourceMapping.RowChoice;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads one source mapping strictly; everything wrong with it goes to the problems of the node. */
final class SourceMappingReader {
    private static final String[] KEYS = {
        "title", "source", "file", "encoding", "sheet", "header-row", "layout", "region", "facility", "period",
                "element",
        "elements", "value", "unit", "missing", "closed", "keep", "skip", "totals", "same-name", "columns", "constants",
        "severities", "jdbc"
    };
    private static final Set<String> PLACES = Set.of("fixed", "column", "header", "line", "sheet");

    private final YamlNode root;

    SourceMappingReader(YamlNode root) {
        this.root = root;
    }

    SourceMapping read(String name) {
        root.only(KEYS);
        YamlNode title = root.get("title").only("zh", "en");
        YamlNode facility = root.get("facility").only("code", "name");
        Layout layout = root.get("layout").word(Layout.class, Layout.WIDE);
        SourceMapping mapping = new SourceMapping(
                name,
                new Title(title.get("zh").text(), title.get("en").text()),
                root.get("file").optionalText().orElse(null),
                encoding(root.get("encoding")),
                root.get("sheet").texts(),
                root.get("header-row").isPresent() ? root.get("header-row").integer() : 0,
                layout,
                region(root.get("region"), layout),
                facility.get("code").texts(),
                facility.get("name").optionalText().orElse(null),
                period(root.get("period"), layout),
                root.get("element").isPresent() ? place(root.get("element")) : null,
                labels(root.get("elements")),
                root.get("value").optionalText().orElse(null),
                root.get("unit").isPresent() ? place(root.get("unit")) : null,
                root.get("missing").isPresent()
                        ? MissingMarks.of(statuses(root.get("missing")))
                        : MissingMarks.OF_FORMS,
                choice(root.get("closed")),
                choice(root.get("keep")),
                choice(root.get("skip")),
                root.get("totals").optionalText().orElse(null),
                fields(),
                severities());
        checkLayout(mapping);
        return mapping;
    }

    private void checkLayout(SourceMapping mapping) {
        boolean wide = mapping.layout() == Layout.WIDE;
        if (wide && mapping.fields().isEmpty()) {
            root.problem("MAPPING_WITHOUT_COLUMNS", "没有任何列对应数据元", "No column becomes an element");
        }
        if (!wide && !mapping.fields().isEmpty()) {
            problem(
                    "columns、same-name、constants 只用于 layout: wide",
                    "columns, same-name and constants are for layout: wide");
        }
        if (wide && (mapping.element() != null || !mapping.labels().isEmpty())) {
            problem("layout: wide 的数据元写在 columns 中", "In layout: wide the elements stand in columns");
        }
        if (!wide && mapping.element() == null) {
            problem("缺少 element:数据元从哪里来", "element is missing: where the element comes from");
        }
        if ((mapping.layout() == Layout.LONG) != (mapping.value() != null)) {
            problem(
                    "value(数值所在列)用于 layout: long,且必填",
                    "value, the column of the values, is needed in layout: long only");
        }
        boolean acrossHeader = fromHeader(mapping.region().place())
                || fromHeader(mapping.element())
                || mapping.period().places().stream().anyMatch(SourceMappingReader::fromHeader);
        boolean crossed = !wide && mapping.layout() != Layout.LONG;
        if (crossed != acrossHeader) {
            problem(
                    "layout: %s 与 header 不符:交叉表的列名应给出期、行政区或数据元".formatted(YamlNode.wordOf(mapping.layout())),
                    "layout: %s does not go with header: in a cross table the header gives period, region or element"
                            .formatted(YamlNode.wordOf(mapping.layout())));
        }
    }

    private static boolean fromHeader(@Nullable Place place) {
        return place != null && place.origin() == Origin.HEADER;
    }

    private void problem(String chinese, String english) {
        root.get("layout").problem("MAPPING_LAYOUT_UNCLEAR", chinese, english);
    }

    private static @Nullable String encoding(YamlNode node) {
        Optional<String> name = node.optionalText();
        try {
            if (name.isEmpty() || Charset.isSupported(name.get())) {
                return name.orElse(null);
            }
        } catch (IllegalCharsetNameException e) {
            // Said below, together with names that are well formed but unknown.
        }
        node.problem(
                "MAPPING_ENCODING_UNKNOWN",
                "不认识编码“%s”,例如 windows-1252、GB18030".formatted(name.orElse("")),
                "Unknown encoding \"%s\"; for example windows-1252, GB18030".formatted(name.orElse("")));
        return null;
    }

    private static RegionSource region(YamlNode node, Layout layout) {
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

    private static PeriodSource period(YamlNode node, Layout layout) {
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
    private static Place place(YamlNode node, String... alsoKnown) {
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

    private static Map<String, List<String>> labels(YamlNode node) {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        Map<String, String> owners = new LinkedHashMap<>();
        node.entries().forEach((element, texts) -> {
            labels.put(element, texts.texts());
            for (String text : texts.texts()) {
                String owner = owners.putIfAbsent(TableWords.plain(text), element);
                if (owner != null) {
                    texts.problem(
                            "MAPPING_LABEL_REPEATED",
                            "“%s”已对应 %s".formatted(text, owner),
                            "\"%s\" already stands for %s".formatted(text, owner));
                }
            }
        });
        return labels;
    }

    private static Map<String, ValueStatus> statuses(YamlNode node) {
        Map<String, ValueStatus> statuses = new LinkedHashMap<>();
        node.entries().forEach((mark, status) -> {
            String key = mark.equals("blank") ? "" : mark;
            statuses.put(key, status.word(ValueStatus.class));
        });
        return statuses;
    }

    private static @Nullable RowChoice choice(YamlNode node) {
        if (!node.isPresent()) {
            return null;
        }
        node.only("column", "values");
        return new RowChoice(node.get("column").text(), node.get("values").texts());
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (YamlNode item : root.get("same-name").items()) {
            fields.add(new Field(item.text(), null, item.text(), null, MissingMarks.NONE));
        }
        root.get("columns").entries().forEach((column, node) -> fields.add(field(column, node)));
        root.get("constants").entries().forEach((element, node) -> {
            node.only("value", "unit");
            fields.add(new Field(
                    null,
                    node.get("value").text(),
                    element,
                    node.get("unit").optionalText().orElse(null),
                    MissingMarks.NONE));
        });
        return fields;
    }

    private static Field field(String column, YamlNode node) {
        if (!node.isMapping()) {
            return new Field(column, null, node.text(), null, MissingMarks.NONE);
        }
        node.only("element", "unit", "missing");
        return new Field(
                column,
                null,
                node.get("element").optionalText().orElse(column),
                node.get("unit").optionalText().orElse(null),
                MissingMarks.of(statuses(node.get("missing"))));
    }

    private Map<String, String> severities() {
        Map<String, String> texts = new LinkedHashMap<>();
        root.get("severities").entries().forEach((key, value) -> texts.put(key, value.text()));
        return texts;
    }
}
