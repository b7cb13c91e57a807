package org.wenheng.analytics.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.wenheng.analytics.aggregate.Normalisation;
import org.wenheng.analytics.scheme.Indicator.Nature;
import org.wenheng.analytics.scheme.Indicator.OverLongerPeriods;
import org.wenheng.analytics.scheme.Indicator.ZeroDenominator;
import org.wenheng.analytics.scheme.SchemeSchema.Place;
import org.wenheng.analytics.scheme.ScoringRules.Basis;
import org.wenheng.analytics.scheme.ScoringRules.MissingIndicator;
import org.wenheng.analytics.scheme.ScoringRules.QuotaOf;
import org.wenheng.analytics.scheme.method.Beyond;
import org.wenheng.analytics.scheme.method.Checklist;
import org.wenheng.analytics.scheme.method.Direction;
import org.wenheng.analytics.scheme.method.Ties;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.yaml.YamlNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema for editors says the same as the reader. Keys and words are asked of the reader itself: it is given a key or
 * a word that nobody knows, and its answer lists those it knows. A key that is added to the reader has to be added to the
 * schema and to {@code whole.yml}, in which every key occurs.
 */
class SchemeSchemaTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path SCHEMES = Path.of(System.getProperty("wenheng.home"), "analytics", "schemes");
    private static final Catalogue CATALOGUE = SmallWorld.catalogue();
    private static final JsonNode SCHEMA = json(SCHEMES.resolve("scheme.schema.json"));
    private static final Schema VALIDATOR = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA);
    private static final SchemeSchema LANGUAGE = new SchemeSchema(SCHEMA);
    private static final String UNKNOWN = "zzz-zzz";

    private static JsonNode json(Path file) {
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A YAML text as JSON, by the rules of YAML 1.2 alone. */
    private static JsonNode yaml(String text) {
        return MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static String text(String resource) {
        try (var stream = SchemeSchemaTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A scheme that is right, and the part of it that is looked at.
     *
     * @param under where the part begins
     */
    private record Sample(JsonNode scheme, List<Object> under) {
        List<Place> places(Predicate<JsonNode> kind) {
            return LANGUAGE.places(scheme)
                    .filter(place -> kind.test(place.value()))
                    .filter(place -> place.path().size() >= under.size()
                            && place.path().subList(0, under.size()).equals(under))
                    .toList();
        }
    }

    /** Schemes in which together every key occurs. */
    private static List<Sample> samples() {
        JsonNode whole = yaml(text("whole.yml"));
        List<Sample> samples = new ArrayList<>(List.of(new Sample(whole, List.of())));
        yaml(text("variants.yml")).forEach(variant -> {
            JsonNode scheme = whole.deepCopy();
            String at = variant.path("at").asString();
            ((ObjectNode) scheme.at(at)).setAll((ObjectNode) variant.path("put"));
            List<Object> path = new ArrayList<>();
            Arrays.stream(at.split("/"))
                    .filter(step -> !step.isEmpty())
                    .forEach(step -> path.add(step.matches("\\d+") ? (Object) Integer.valueOf(step) : step));
            if (path.isEmpty()) {
                path.addAll(variant.path("put").propertyNames());
            }
            samples.add(new Sample(scheme, path));
        });
        return samples;
    }

    private static List<Error> errors(JsonNode scheme) {
        return VALIDATOR.validate(scheme);
    }

    /** What the reader says about a scheme, which is JSON and so YAML. */
    private static List<Problem> problems(JsonNode scheme) {
        try {
            SchemeReader.parse("test.yml", MAPPER.writeValueAsString(scheme), CATALOGUE);
            return List.of();
        } catch (InputRefusedException refused) {
            return refused.problems();
        }
    }

    static Stream<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(SCHEMES)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedSchemeIsValidAndNamesItsSchema(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).startsWith("# yaml-language-server: $schema=scheme.schema.json\n");
        assertThat(errors(yaml(text))).isEmpty();
    }

    @Test
    void everySampleIsValidForBoth() {
        SoftAssertions softly = new SoftAssertions();
        for (Sample sample : samples()) {
            JsonNode part = sample.places(node -> true).get(0).value();
            softly.assertThat(errors(sample.scheme()))
                    .as("the schema on %s", part)
                    .isEmpty();
            softly.assertThat(problems(sample.scheme()))
                    .as("the reader on %s", part)
                    .isEmpty();
        }
        softly.assertAll();
    }

    @Test
    void everyKeyOfSchemaOccursInSample() {
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        samples()
                .forEach(sample -> LANGUAGE.places(sample.scheme()).forEach(place -> seen.addAll(place.definitions())));
        assertThat(LANGUAGE.properties())
                .as("keys of scheme.schema.json that whole.yml and variants.yml lack")
                .filteredOn(property -> !seen.contains(property.definition()))
                .isEmpty();
    }

    @Test
    void keysOfSchemaAreKeysOfReader() {
        SoftAssertions softly = new SoftAssertions();
        for (Sample sample : samples()) {
            JsonNode scheme = sample.scheme();
            for (Place mapping : sample.places(JsonNode::isObject)) {
                JsonNode spoiled = mapping.changed(scheme, object -> object.put(UNKNOWN, 1));
                Optional<Set<String>> reader = listed(problems(spoiled), "Unknown key \"" + UNKNOWN + "\"");
                softly.assertThat(mapping.closedKeys())
                        .as("keys at %s", mapping.path())
                        .isEqualTo(reader);
                softly.assertThat(problems(spoiled))
                        .as("an unknown key at %s", mapping.path())
                        .isNotEmpty();
            }
        }
        softly.assertAll();
    }

    /** The words after "expected one of" in the problem that begins so, if there is one. */
    private static Optional<Set<String>> listed(List<Problem> problems, String begin) {
        String before = "; expected one of: ";
        return problems.stream()
                .map(Problem::english)
                .filter(text -> text.contains(begin) && text.contains(before))
                .findFirst()
                .map(text -> text.substring(text.indexOf(before) + before.length()))
                .map(words -> Arrays.stream(words.split(", "))
                        .filter(Predicate.not(String::isEmpty))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void wordsOfSchemaAreWordsOfReader() {
        SoftAssertions softly = new SoftAssertions();
        for (Sample sample : samples()) {
            JsonNode scheme = sample.scheme();
            for (Place scalar : sample.places(JsonNode::isValueNode)) {
                JsonNode spoiled = scalar.replaced(scheme, UNKNOWN);
                List<Problem> problems = problems(spoiled);
                Optional<Set<String>> words = listed(problems, "unknown word \"" + UNKNOWN + "\"");
                if (words.isPresent()) {
                    softly.assertThat(scalar.words())
                            .as("words at %s", scalar.path())
                            .isEqualTo(words);
                }
                boolean otherKind = problems.stream()
                        .map(Problem::code)
                        .anyMatch(Set.of("YAML_WORD_UNKNOWN", "YAML_NUMBER_EXPECTED", "YAML_FLAG_EXPECTED")::contains);
                if (otherKind) {
                    softly.assertThat(errors(spoiled))
                            .as("a wrong word at %s", scalar.path())
                            .isNotEmpty();
                }
                if (!errors(spoiled).isEmpty()) {
                    softly.assertThat(problems)
                            .as("a wrong word at %s", scalar.path())
                            .isNotEmpty();
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void whatTheReaderNeedsTheSchemaRequires() {
        SoftAssertions softly = new SoftAssertions();
        for (Sample sample : samples()) {
            JsonNode scheme = sample.scheme();
            for (Place mapping : sample.places(JsonNode::isObject)) {
                for (String key : List.copyOf(mapping.value().propertyNames())) {
                    JsonNode spoiled = mapping.changed(scheme, object -> object.remove(key));
                    List<Problem> problems = problems(spoiled);
                    boolean needed = problems.stream().map(Problem::code).anyMatch("YAML_VALUE_MISSING"::equals);
                    if (needed) {
                        softly.assertThat(errors(spoiled))
                                .as("without %s of %s", key, mapping.path())
                                .isNotEmpty();
                    }
                    if (!errors(spoiled).isEmpty()) {
                        softly.assertThat(problems)
                                .as("without %s of %s", key, mapping.path())
                                .isNotEmpty();
                    }
                }
            }
        }
        softly.assertAll();
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("/$defs/frequency", Frequency.class),
                Arguments.of("/$defs/over-longer-periods", OverLongerPeriods.class),
                Arguments.of("/$defs/when-denominator-is-zero", ZeroDenominator.class),
                Arguments.of("/$defs/parents/properties/basis", Basis.class),
                Arguments.of("/$defs/indicator/properties/nature", Nature.class),
                Arguments.of("/$defs/indicator/properties/direction", Direction.class),
                Arguments.of("/$defs/indicator/properties/method", MethodReader.Word.class),
                Arguments.of("/$defs/defaults/properties/missing-indicator", MissingIndicator.class),
                Arguments.of("/$defs/quota/properties/of", QuotaOf.class),
                Arguments.of("/$defs/aggregation-method", CombinationReader.Word.class),
                Arguments.of("/$defs/weights-method", WeightRuleReader.Word.class),
                Arguments.of("/$defs/normalisation", Normalisation.class),
                Arguments.of("/$defs/beyond", Beyond.class),
                Arguments.of("/$defs/ties", Ties.class),
                Arguments.of("/$defs/checklist/properties/value-counts", Checklist.Counts.class));
    }

    @ParameterizedTest
    @MethodSource("words")
    void wordsOfSchemaAreThoseOfTheCode(String pointer, Class<? extends Enum<?>> choices) {
        assertThat(SchemeSchema.texts(SCHEMA.at(pointer).get("enum")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(choices.getEnumConstants())
                        .map(YamlNode::wordOf)
                        .toList());
    }

    @Test
    void reasonsWhyThereIsNoValueAreThoseOfTheCode() {
        assertThat(SchemeSchema.texts(SCHEMA.at("/$defs/given-value/anyOf/1/enum")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ValueStatus.values())
                        .filter(Predicate.not(ValueStatus.REPORTED::equals))
                        .map(ValueStatus::code)
                        .toList());
    }

    @Test
    void everyMethodHasItsParametersInTheSchema() {
        List<String> methods = new ArrayList<>();
        SCHEMA.at("/$defs/indicator/allOf").forEach(rule -> {
            if (rule.at("/then/properties/parameters").has("$ref")) {
                String method = rule.at("/if/properties/method/const").asString();
                methods.add(method);
                assertThat(rule.at("/then/properties/parameters/$ref").asString())
                        .isEqualTo("#/$defs/" + method);
            }
        });
        assertThat(methods)
                .containsExactlyInAnyOrderElementsOf(
                        SchemeSchema.texts(SCHEMA.at("/$defs/indicator/properties/method/enum")));
    }

    @Test
    void everyKeyHasTitleInChineseAndEnglish() {
        assertThat(LANGUAGE.properties())
                .allSatisfy(property -> assertThat(LANGUAGE.titleOf(property.definition()))
                        .as(property.name())
                        .matches("(?s).*\\p{IsHan}.*/ .*[A-Za-z].*"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "weight: 60 | weight: 0",
                "weight: 60 | weight: heavy",
                "version: | verison:",
                "decimals: 2 | decimals: 3",
                "minimum-share-of-parts: 0.75 | minimum-share-of-parts: 1.5",
                "scores: [month, quarter, year] | scores: []",
                "count: 1, grade | count: 0, grade",
                "{ attribute: group } | { attribute: group, element: POP }",
                "{ attribute: group } | {}",
                ", managed-by: managed-by | ~~",
                "bonus: { at-most: 5 | bonus: { at-most: 0",
                "points-each: 2, title: { zh: 表彰 | title: { zh: 表彰",
                "code: VETO, element | code: VETO, points-each: 1, element",
                "nature: binding | nature: bindng",
                "frequency: month | frequency: monthly",
                "target: 100, cap: 100 | target: 0, cap: 100",
                "target: 100, cap: 100 | target: 100, cap: 200",
                "target: 100, cap: 100 | target: 100",
                "target: 100, cap: 100 | target: 100, top: 100",
                "method: target | method: step",
                "span: 40, clip: [0, 100] | span: 0, clip: [0, 100]",
                "span: 40, clip: [0, 100] | span: 40, clip: [0]",
                "span: 40, clip: [0, 100] | span: 40, clip: [0, 110]",
                "points: [[0, 100], [10, 0]] | points: [[0, 100]]",
                "points: [[0, 100], [10, 0]] | points: [[0, 100], [10, 0, 1]]",
                "points: [[0, 100], [10, 0]] | points: [[0, 101], [10, 0]]",
                "steps: [[0, 0], [40, 100]] | steps: []",
                "at-least: 2 | at-least: 1",
                "of: peer-group, at-least | of: peers, at-least",
                "direction: within-range | direction: higher-is-better",
                "direction: lower-is-better | direction: within-range",
                "value-counts: items | value-counts: item",
                "each: 50 | each: 0",
                "{ quarter: 4, value: 50 | { quarter: 5, value: 50",
                "period: 2026 | period: 2026-13",
                "B: nil | B: none",
                "[1, 1, not-reported, 1] | [1, 1, unknown, 1]",
                "{ 2025: 1, 2026: 2 } | { last: 1, 2026: 2 }",
                "STEP: not-applicable | STEP: none"
            })
    void plantedMistakeIsRefusedByBoth(String right, String wrong) {
        assertThat(text("whole.yml")).contains(right);
        String text = text("whole.yml").replace(right, wrong);
        assertThat(errors(yaml(text))).as("the schema").isNotEmpty();
        assertThat(problems(yaml(text))).as("the reader").isNotEmpty();
    }
}
