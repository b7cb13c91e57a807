package org.wenheng.analytics.mart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.scheme.Scheme;
import org.wenheng.analytics.scheme.SchemeNode;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.yaml.YamlNode;

/** Writes the reference data that published rows refer to, inside the transaction of the connection. */
final class MartReference {
    private final Connection connection;
    private final CopyWriter copy;

    MartReference(Connection connection, CopyWriter copy) {
        this.connection = connection;
        this.copy = copy;
    }

    /** The catalogue as it is now: names may change, rows that results refer to stay. */
    void write(Catalogue catalogue) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO mart.catalogue (catalogue, title_zh, title_en) VALUES (?, ?, ?)
                ON CONFLICT (catalogue) DO UPDATE SET title_zh = EXCLUDED.title_zh, title_en = EXCLUDED.title_en
                """)) {
            statement.setString(1, catalogue.code());
            statement.setString(2, catalogue.title().chinese());
            statement.setString(3, catalogue.title().english());
            statement.executeUpdate();
        }
        replace(
                "region",
                catalogue.code(),
                List.of("catalogue", "region_code", "name_zh", "name_en", "level", "parent_code", "attributes", "sort"),
                regions(catalogue));
        replace(
                "element",
                catalogue.code(),
                List.of(
                        "catalogue",
                        "element_code",
                        "name_zh",
                        "name_en",
                        "unit",
                        "frequency",
                        "departments",
                        "source",
                        "sort"),
                elements(catalogue));
    }

    private void replace(String table, String catalogue, List<String> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM mart." + table + " WHERE catalogue = ?")) {
            delete.setString(1, catalogue);
            delete.executeUpdate();
        }
        copy.copy("mart." + table, columns, rows);
    }

    private static List<@Nullable Object[]> regions(Catalogue catalogue) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Region region : catalogue.regions().values()) {
            rows.add(new @Nullable Object[] {
                catalogue.code(),
                region.code(),
                region.name().chinese(),
                region.name().english(),
                region.level(),
                region.parent(),
                json(region.attributes()),
                rows.size()
            });
        }
        return rows;
    }

    private static List<@Nullable Object[]> elements(Catalogue catalogue) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Element element : catalogue.elements().values()) {
            rows.add(new @Nullable Object[] {
                catalogue.code(),
                element.code(),
                element.name().chinese(),
                element.name().english(),
                element.unit(),
                YamlNode.wordOf(element.frequency()),
                element.departments(),
                element.source(),
                rows.size()
            });
        }
        return rows;
    }

    /** The scheme and its nodes; a version that is there already stays as it is. */
    void write(Scheme scheme) throws SQLException {
        String insert = """
                INSERT INTO mart.scheme (scheme_code, scheme_version, catalogue, title_zh, title_en, unit_level, scheme_hash, source)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            List<String> values = List.of(
                    scheme.code(),
                    scheme.version(),
                    scheme.catalogue(),
                    scheme.title().chinese(),
                    scheme.title().english(),
                    scheme.unitLevel(),
                    scheme.hash(),
                    scheme.source());
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            if (statement.executeUpdate() == 0) {
                return;
            }
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (SchemeNode node : scheme.nodes()) {
            rows.add(node(scheme, node, rows.size()));
        }
        copy.copy("mart.node", nodeColumns(), rows);
    }

    private List<String> nodeColumns() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM mart.node LIMIT 0")) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
        }
        return names;
    }

    /** In the order of the columns of mart.node. The weight is the share of the whole in per cent. */
    private static @Nullable Object[] node(Scheme scheme, SchemeNode node, int sort) {
        return new @Nullable Object[] {
            scheme.code(),
            scheme.version(),
            node.code(),
            node.parent(),
            node.kind(),
            node.title().chinese(),
            node.title().english(),
            node.question(),
            node.unit(),
            node.formula(),
            node.method().chinese(),
            node.method().english(),
            node.direction(),
            node.nature(),
            node.share() * 100,
            node.departments(),
            node.frequency(),
            node.target(),
            node.targetSource(),
            sort
        };
    }

    private static String json(Map<String, String> attributes) {
        StringBuilder json = new StringBuilder("{");
        new TreeMap<>(attributes)
                .forEach((name, value) -> json.append(json.length() > 1 ? "," : "")
                        .append(quoted(name))
                        .append(':')
                        .append(quoted(value)));
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append((char) letter);
            } else if (letter < ' ') {
                quoted.append("\\u%04x".formatted(letter));
            } else {
                quoted.append((char) letter);
            }
        });
        return quoted.append('"').toString();
    }
}
