package org.wenheng.ingest.read;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.read.SourceMapping.Field;
import org.wenheng.ingest.read.SourceMapping.Layout;
import org.wenheng.ingest.read.SourceMapping.Origin;
import org.wenheng.ingest.read.SourceMapping.Place;
import org.wenheng.ingest.read.SourceMapping.RowChoice;
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
                PlaceReader.region(root.get("region"), layout),
                facility.get("code").texts(),
                facility.get("name").optionalText().orElse(null),
                PlaceReader.period(root.get("period"), layout),
                root.get("element").isPresent() ? PlaceReader.place(root.get("element")) : null,
                labels(root.get("elements")),
                root.get("value").optionalText().orElse(null),
                root.get("unit").isPresent() ? PlaceReader.place(root.get("unit")) : null,
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
