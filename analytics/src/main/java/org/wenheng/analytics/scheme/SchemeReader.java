package org.wenheng.analytics.scheme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wenheng.analytics.scheme.Indicator.OverLongerPeriods;
import org.wenheng.analytics.scheme.Indicator.Rules;
import org.wenheng.analytics.scheme.Indicator.ZeroDenominator;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads a scheme strictly: what is wrong with the file is said all at once, with its lines, and nothing is guessed. */
public final class SchemeReader {
    private static final String[] KEYS = {
        "scheme",
        "version",
        "catalogue",
        "title",
        "valid-from",
        "unit-level",
        "units-report",
        "scores",
        "defaults",
        "grades",
        "quota",
        "floors",
        "peer-groups",
        "parents",
        "adjustments",
        "index",
        "dimensions",
        "indicators",
        "examples"
    };

    private SchemeReader() {}

    /**
     * The scheme in a file.
     *
     * @param catalogue the reference data that its elements, levels, attributes and departments must be part of
     * @throws InputRefusedException with everything that is wrong
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Scheme read(Path file, Catalogue catalogue) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8), catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The scheme in a text; {@code name} stands for the file in messages. Otherwise like {@link #read}. */
    public static Scheme parse(String name, String text, Catalogue catalogue) {
        Problems problems = new Problems();
        YamlNode root = YamlFile.parse(name, text, problems);
        if (!root.isMapping()) {
            problems.throwIfAny(name);
        }
        root.only(KEYS);
        checkCatalogue(root.get("catalogue"), catalogue);
        RulesReader.checkLevel(root.get("unit-level"), catalogue);
        List<Dimension> dimensions = dimensions(root);
        Set<Frequency> scores = RulesReader.frequencies(root.get("scores"));
        YamlNode defaults = root.get("defaults");
        IndicatorReader reader = new IndicatorReader(catalogue, problems, defaults(defaults, catalogue));
        List<Indicator> indicators =
                root.get("indicators").items().stream().map(reader::read).toList();
        ScoringRules rules =
                RulesReader.read(root, catalogue, decimals(defaults.get("decimals")), minimumShare(defaults));
        List<Dimension> tree = new TreeCheck(root, dimensions, indicators, rules, scores).inOrder();
        reader.sound().forEach(indicator -> ExampleCheck.check(indicator, problems));
        GapCheck.check(root, catalogue);
        Scheme scheme = new Scheme(
                root.get("scheme").text(),
                root.get("version").text(),
                Title.of(root.get("title")),
                catalogue.code(),
                root.get("valid-from").integer(),
                root.get("unit-level").text(),
                scores,
                rules,
                tree,
                indicators,
                examples(root.get("examples"), catalogue, scores, tree, indicators, rules),
                text,
                sha256(text));
        problems.throwIfAny(name);
        return scheme;
    }

    private static List<SchemeExample> examples(
            YamlNode node,
            Catalogue catalogue,
            Set<Frequency> scores,
            List<Dimension> dimensions,
            List<Indicator> indicators,
            ScoringRules rules) {
        List<String> nodes = new ArrayList<>();
        dimensions.forEach(dimension -> nodes.add(dimension.code()));
        indicators.forEach(indicator -> nodes.add(indicator.code()));
        rules.adjustments().items().forEach(item -> nodes.add(item.code()));
        List<String> grades =
                rules.grades().stream().map(grade -> grade.title().chinese()).toList();
        SchemeExampleReader reader = new SchemeExampleReader(catalogue, scores, nodes, grades);
        return node.items().stream().map(reader::read).toList();
    }

    private static void checkCatalogue(YamlNode node, Catalogue catalogue) {
        String code = node.text();
        if (!code.equals(catalogue.code())) {
            node.problem(
                    "SCHEME_CATALOGUE_OTHER",
                    "方案属于目录 \"%s\",却与目录 \"%s\" 一起读取".formatted(code, catalogue.code()),
                    "The scheme is for catalogue \"%s\" but is read with \"%s\"".formatted(code, catalogue.code()));
        }
    }

    private static List<Dimension> dimensions(YamlNode root) {
        YamlNode index = root.get("index");
        index.only("code", "title", "question", "aggregation", "weights", "minimum-availability");
        String indexCode = index.get("code").text();
        Combination usual = new CombinationReader(Combination.WEIGHTED_MEAN)
                .read(root.get("defaults"), new WeightRuleReader(List.of()));
        CombinationReader combinations = new CombinationReader(usual);
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(new Dimension(
                indexCode,
                null,
                Title.of(index.get("title")),
                index.get("question").text(),
                100,
                combinations.read(index, new WeightRuleReader(children(root, indexCode, indexCode)))));
        for (YamlNode node : root.get("dimensions").items()) {
            node.only(
                    "code", "parent", "title", "question", "weight", "aggregation", "weights", "minimum-availability");
            String code = node.get("code").text();
            dimensions.add(new Dimension(
                    code,
                    node.get("parent").optionalText().orElse(indexCode),
                    Title.of(node.get("title")),
                    node.get("question").text(),
                    IndicatorReader.weight(node.get("weight")),
                    combinations.read(node, new WeightRuleReader(children(root, code, indexCode)))));
        }
        return dimensions;
    }

    /** Codes of the children of a dimension: dimensions first, each in the order of the file. */
    private static List<String> children(YamlNode root, String parent, String indexCode) {
        return Stream.concat(
                        root.get("dimensions").items().stream()
                                .filter(node -> node.get("parent")
                                        .optionalText()
                                        .orElse(indexCode)
                                        .equals(parent)),
                        root.get("indicators").items().stream()
                                .filter(node -> node.get("dimension")
                                        .optionalText()
                                        .orElse("")
                                        .equals(parent)))
                .map(node -> node.get("code").optionalText().orElse(""))
                .toList();
    }

    private static Rules defaults(YamlNode node, Catalogue catalogue) {
        node.only(
                "decimals",
                "minimum-share-of-parts",
                "missing-indicator",
                "aggregation",
                "weights",
                "minimum-availability",
                "over-longer-periods",
                "when-denominator-is-zero",
                "scale-target-with-year",
                "reference",
                "imputation",
                "treatment");
        return new Rules(
                node.get("over-longer-periods").word(OverLongerPeriods.class),
                node.get("scale-target-with-year").flag(false),
                node.get("when-denominator-is-zero").word(ZeroDenominator.class),
                Map.of(),
                null,
                null,
                new ReferenceReader(catalogue).read(node.get("reference"), new ReferenceValues.AllRegions()),
                PreparationReader.read(node, Preparation.NONE),
                List.of());
    }

    private static int decimals(YamlNode node) {
        int decimals = node.integer();
        if (decimals < 0 || decimals > 2) {
            node.problem("SCHEME_RULE_INVALID", "decimals 须为0至2", "decimals must be 0 to 2");
        }
        return decimals;
    }

    private static double minimumShare(YamlNode defaults) {
        YamlNode node = defaults.get("minimum-share-of-parts");
        double share = node.number().doubleValue();
        if (share <= 0 || share > 1) {
            node.problem("SCHEME_RULE_INVALID", "须大于0且不超过1", "It must be above 0 and at most 1");
        }
        return share;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
