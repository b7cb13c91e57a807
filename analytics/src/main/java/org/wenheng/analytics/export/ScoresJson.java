package org.wenheng.analytics.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.export.Assessment.Grade;
import org.wenheng.analytics.export.Assessment.Head;
import org.wenheng.analytics.export.Assessment.Node;
import org.wenheng.analytics.export.Assessment.NodeScore;
import org.wenheng.analytics.export.Assessment.RegionScore;
import org.wenheng.ingest.reference.Title;

/** {@code scores.json}: an {@link Assessment} as JSON, and its declared structure. */
final class ScoresJson {
    private static final Shape NUMBER = new Shape.Numeric(-1_000_000_000_000_000L, 1_000_000_000_000_000L, false);
    private static final Shape SHARE = new Shape.Numeric(0, 1, false);
    private static final Shape PERCENT = new Shape.Numeric(0, 100, false);
    private static final Shape COUNT = new Shape.Numeric(0, Integer.MAX_VALUE, true);
    private static final Shape PLACE = new Shape.OrNull(new Shape.Numeric(1, Integer.MAX_VALUE, true));
    private static final Shape MAYBE_TITLE = new Shape.OrNull(Shape.TITLE);
    static final Shape ORIGIN = new Shape.Choice(List.of("real", "synthetic", "mixed"));
    static final Shape HASH = new Shape.Text("[0-9a-f]{64}");
    static final Shape MOMENT = new Shape.Text("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

    private static final Shape HEAD = Shape.fields(
            "scheme", Shape.CODE,
            "schemeVersion", Shape.CODE,
            "schemeHash", HASH,
            "schemeTitle", Shape.TITLE,
            "period", Shape.CODE,
            "periodName", Shape.TEXT,
            "run", Shape.CODE,
            "origin", ORIGIN,
            "trial", new Shape.Flag(),
            "decimals", new Shape.Numeric(0, 2, true),
            "engineVersion", Shape.TEXT,
            "knownAt", MOMENT,
            "generatedAt", MOMENT);
    private static final Shape NODE = Shape.fields(
            "code", Shape.CODE,
            "parent", Shape.TEXT,
            "kind", new Shape.Choice(List.of("index", "dimension", "indicator", "bonus", "deduction", "veto")),
            "title", Shape.TITLE,
            "question", Shape.TEXT,
            "unit", Shape.TEXT,
            "weight", PERCENT,
            "clause", Shape.TITLE);
    private static final Shape NODE_SCORE = Shape.fields(
            "node",
            Shape.CODE,
            "status",
            new Shape.Choice(List.of("scored", "partial", "imputed", "missing", "not-applicable")),
            "value",
            new Shape.OrNull(NUMBER),
            "points",
            new Shape.OrNull(NUMBER),
            "weight",
            NUMBER,
            "contribution",
            NUMBER,
            "notes",
            Shape.TITLE);
    private static final Shape REGION = Shape.fields(
            "region",
            Shape.CODE,
            "name",
            Shape.TITLE,
            "kind",
            new Shape.Choice(List.of("unit", "parent")),
            "peerGroup",
            Shape.TEXT,
            "score",
            new Shape.OrNull(NUMBER),
            "exact",
            new Shape.OrNull(NUMBER),
            "covered",
            SHARE,
            "grade",
            MAYBE_TITLE,
            "gradeByPoints",
            MAYBE_TITLE,
            "gradeReasons",
            Shape.TITLE,
            "rank",
            PLACE,
            "rankOf",
            COUNT,
            "peerRank",
            PLACE,
            "peerRankOf",
            COUNT,
            "nodes",
            new Shape.ListOf(NODE_SCORE),
            "caveats",
            new Shape.ListOf(Shape.TITLE));

    /** What {@code scores.json} must be like. */
    static final Shape SHAPE = Shape.fields(
            "format", new Shape.Numeric(AssessmentPackage.FORMAT, AssessmentPackage.FORMAT, true),
            "dataNature", Shape.TITLE,
            "caveats", new Shape.ListOf(Shape.TITLE),
            "head", HEAD,
            "grades", new Shape.ListOf(Shape.fields("title", Shape.TITLE, "from", NUMBER)),
            "nodes", new Shape.ListOf(NODE),
            "regions", new Shape.ListOf(REGION));

    private ScoresJson() {}

    /** The JSON Schema of {@code scores.json}, draft 2020-12. */
    static byte[] schema() {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "文衡考核结果 / Wenheng assessment scores, format " + AssessmentPackage.FORMAT);
        schema.putAll(SHAPE.schema());
        return Json.write(schema);
    }

    static byte[] write(Assessment assessment) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format", AssessmentPackage.FORMAT);
        json.put("dataNature", title(Caveats.nature(assessment.head().origin())));
        json.put("caveats", titles(Caveats.of(assessment.head())));
        json.put("head", head(assessment.head()));
        json.put(
                "grades", list(assessment.grades(), grade -> map("title", title(grade.title()), "from", grade.from())));
        json.put("nodes", list(assessment.nodes(), ScoresJson::node));
        Map<String, Node> nodes = assessment.nodesByCode();
        json.put("regions", list(assessment.regions(), region -> region(assessment.head(), region, nodes)));
        return Json.write(json);
    }

    static Map<String, @Nullable Object> head(Head head) {
        return map(
                "scheme", head.scheme(),
                "schemeVersion", head.schemeVersion(),
                "schemeHash", head.schemeHash(),
                "schemeTitle", title(head.schemeTitle()),
                "period", head.period(),
                "periodName", head.periodName(),
                "run", head.run(),
                "origin", head.origin(),
                "trial", head.trial(),
                "decimals", head.decimals(),
                "engineVersion", head.engineVersion(),
                "knownAt", head.knownAt(),
                "generatedAt", head.generatedAt());
    }

    private static Map<String, @Nullable Object> node(Node node) {
        return map(
                "code", node.code(),
                "parent", node.parent(),
                "kind", node.kind(),
                "title", title(node.title()),
                "question", node.question(),
                "unit", node.unit(),
                "weight", node.weight(),
                "clause", title(node.clause()));
    }

    private static Map<String, @Nullable Object> region(Head head, RegionScore region, Map<String, Node> nodes) {
        return map(
                "region", region.region(),
                "name", title(region.name()),
                "kind", region.kind(),
                "peerGroup", region.peerGroup(),
                "score", region.score(),
                "exact", region.exact(),
                "covered", region.covered(),
                "grade", title(region.grade()),
                "gradeByPoints", title(region.gradeByPoints()),
                "gradeReasons", title(region.gradeReasons()),
                "rank", region.rank(),
                "rankOf", region.rankOf(),
                "peerRank", region.peerRank(),
                "peerRankOf", region.peerRankOf(),
                "nodes", list(region.nodes(), ScoresJson::nodeScore),
                "caveats", titles(Caveats.of(head, region, nodes)));
    }

    private static Map<String, @Nullable Object> nodeScore(NodeScore score) {
        return map(
                "node", score.node(),
                "status", score.status(),
                "value", score.value(),
                "points", score.points(),
                "weight", score.weight(),
                "contribution", score.contribution(),
                "notes", title(score.notes()));
    }

    /** The assessment that a document of the declared {@link #SHAPE} holds. What it says twice is left to be computed again. */
    static Assessment read(Object document) {
        JsonObject json = new JsonObject(document);
        JsonObject head = json.object("head");
        return new Assessment(
                new Head(
                        head.text("scheme"),
                        head.text("schemeVersion"),
                        head.text("schemeHash"),
                        head.title("schemeTitle"),
                        head.text("period"),
                        head.text("periodName"),
                        head.text("run"),
                        head.text("origin"),
                        head.flag("trial"),
                        head.whole("decimals"),
                        head.text("engineVersion"),
                        head.text("knownAt"),
                        head.text("generatedAt")),
                json.list("grades", grade -> new Grade(grade.title("title"), grade.number("from"))),
                json.list("nodes", ScoresJson::readNode),
                json.list("regions", ScoresJson::readRegion));
    }

    private static Node readNode(JsonObject node) {
        return new Node(
                node.text("code"),
                node.text("parent"),
                node.text("kind"),
                node.title("title"),
                node.text("question"),
                node.text("unit"),
                node.number("weight"),
                node.title("clause"));
    }

    private static RegionScore readRegion(JsonObject region) {
        return new RegionScore(
                region.text("region"),
                region.title("name"),
                region.text("kind"),
                region.text("peerGroup"),
                region.maybeNumber("score"),
                region.maybeNumber("exact"),
                region.number("covered"),
                region.maybeTitle("grade"),
                region.maybeTitle("gradeByPoints"),
                region.title("gradeReasons"),
                region.maybeWhole("rank"),
                region.whole("rankOf"),
                region.maybeWhole("peerRank"),
                region.whole("peerRankOf"),
                region.list(
                        "nodes",
                        score -> new NodeScore(
                                score.text("node"),
                                score.text("status"),
                                score.maybeNumber("value"),
                                score.maybeNumber("points"),
                                score.number("weight"),
                                score.number("contribution"),
                                score.title("notes"))));
    }

    static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    static @Nullable Map<String, @Nullable Object> title(@Nullable Title title) {
        return title == null ? null : map("zh", title.chinese(), "en", title.english());
    }

    static List<@Nullable Object> titles(List<Title> titles) {
        return list(titles, title -> Objects.requireNonNull(title(title)));
    }

    static <T> List<@Nullable Object> list(List<T> things, Function<T, Object> json) {
        List<@Nullable Object> list = new ArrayList<>();
        things.forEach(thing -> list.add(json.apply(thing)));
        return list;
    }

    /** An object of a document that was held against its shape. */
    record JsonObject(Object object) {
        private @Nullable Object get(String key) {
            return ((Map<?, ?>) object).get(key);
        }

        private Object given(String key) {
            return Objects.requireNonNull(get(key), key);
        }

        String text(String key) {
            return (String) given(key);
        }

        boolean flag(String key) {
            return (Boolean) given(key);
        }

        BigDecimal number(String key) {
            return (BigDecimal) given(key);
        }

        @Nullable
        BigDecimal maybeNumber(String key) {
            return (BigDecimal) get(key);
        }

        int whole(String key) {
            return number(key).intValueExact();
        }

        @Nullable
        Integer maybeWhole(String key) {
            return get(key) == null ? null : whole(key);
        }

        JsonObject object(String key) {
            return new JsonObject(given(key));
        }

        Title title(String key) {
            return new Title(object(key).text("zh"), object(key).text("en"));
        }

        @Nullable
        Title maybeTitle(String key) {
            return get(key) == null ? null : title(key);
        }

        <T> List<T> list(String key, Function<JsonObject, T> make) {
            List<T> list = new ArrayList<>();
            ((List<?>) given(key)).forEach(one -> list.add(make.apply(new JsonObject(Objects.requireNonNull(one)))));
            return list;
        }
    }
}
