package org.wenheng.analytics.gold;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.index.ElementInput;
import org.wenheng.analytics.index.NodeResult;
import org.wenheng.analytics.index.RegionResult;
import org.wenheng.analytics.index.ScoreTable;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.table.Table;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * A run and its score table as rows of the {@link GoldTables}, in the order of their columns. NaN becomes a missing value.
 * A region that is both a unit and a parent has its nodes once.
 *
 * @param run one row for {@link GoldTables#RUN}
 * @param results rows for {@link GoldTables#RESULT}
 * @param scores rows for {@link GoldTables#SCORE_TABLE}
 * @param inputs rows for {@link GoldTables#INPUT}
 * @param supervised rows for {@link SupervisionTables}
 */
public record GoldRows(
        List<@Nullable Object[]> run,
        List<@Nullable Object[]> results,
        List<@Nullable Object[]> scores,
        List<@Nullable Object[]> inputs,
        SupervisionRows supervised) {

    /** The rows of a run that was not supervised. */
    public static GoldRows of(Run run, ScoreTable table) {
        List<@Nullable Object[]> results = new ArrayList<>();
        List<@Nullable Object[]> scores = new ArrayList<>();
        List<@Nullable Object[]> inputs = new ArrayList<>();
        var seen = new java.util.HashSet<String>();
        for (RegionResult result : table.results()) {
            results.add(result(run, result));
            if (seen.add(result.region())) {
                result.nodes().forEach(node -> scores.add(score(run, result, node)));
                result.inputs().forEach(input -> inputs.add(input(run, result, input)));
            }
        }
        return new GoldRows(
                List.<@Nullable Object[]>of(run(run, seen.size())), results, scores, inputs, SupervisionRows.NONE);
    }

    /** The same rows with what supervision says. */
    public GoldRows with(SupervisionRows supervision) {
        return new GoldRows(run, results, scores, inputs, supervision);
    }

    /**
     * The same rows, with what is known of the run once they are there.
     *
     * @param stages JSON of the stages
     * @param digest see {@link RunDigest}
     * @param signature over the digest; missing if there is no key
     */
    public GoldRows sealed(String stages, String digest, @Nullable String signature) {
        @Nullable Object[] row = run.get(0).clone();
        List<String> columns = GoldTables.RUN.columnNames();
        row[columns.indexOf("stages")] = stages;
        row[columns.indexOf("digest")] = digest;
        row[columns.indexOf("signature")] = signature;
        return withRun(row);
    }

    /** The same rows with another row of the run, such as the one that is kept already. */
    public GoldRows withRun(@Nullable Object[] row) {
        return new GoldRows(List.<@Nullable Object[]>of(row), results, scores, inputs, supervised);
    }

    /** The rows of one of the tables. */
    public List<@Nullable Object[]> of(Table table) {
        return switch (table.name()) {
            case "run" -> run;
            case "result" -> results;
            case "score" -> scores;
            case "input" -> inputs;
            default -> supervised.of(table);
        };
    }

    private static @Nullable Object[] run(Run run, int regions) {
        return new @Nullable Object[] {
            run.id(),
            run.schemeCode(),
            run.schemeVersion(),
            run.period().code(),
            YamlNode.wordOf(run.period().frequency()),
            startOf(run),
            run.period().nameChinese(),
            run.knownAt(),
            run.origin(),
            run.engineVersion(),
            regions,
            run.startedAt(),
            run.finishedAt(),
            run.record().schemeHash(),
            run.record().observationVersion(),
            run.record().submissionVersion(),
            run.record().seed(),
            run.record().by(),
            null,
            null,
            null
        };
    }

    private static @Nullable Object[] result(Run run, RegionResult result) {
        return new @Nullable Object[] {
            run.id(),
            result.region(),
            result.kind(),
            result.peerGroup(),
            result.score(),
            number(result.exact()),
            result.covered(),
            text(result.grade(), Title::chinese),
            text(result.grade(), Title::english),
            text(result.gradeByPoints(), Title::chinese),
            text(result.gradeByPoints(), Title::english),
            joined(result.gradeReasons(), Title::chinese, ";"),
            joined(result.gradeReasons(), Title::english, "; "),
            result.rank(),
            result.rankOf(),
            result.peerRank(),
            result.peerRankOf()
        };
    }

    private static @Nullable Object[] score(Run run, RegionResult result, NodeResult node) {
        return new @Nullable Object[] {
            run.id(),
            result.region(),
            node.node(),
            node.status(),
            number(node.value()),
            number(node.points()),
            node.weight(),
            node.contribution(),
            joined(node.notes(), Title::chinese, ";"),
            joined(node.notes(), Title::english, "; ")
        };
    }

    private static @Nullable Object[] input(Run run, RegionResult result, ElementInput input) {
        return new @Nullable Object[] {
            run.id(),
            result.region(),
            input.indicator(),
            input.element(),
            input.period().code(),
            input.status().code(),
            number(input.value())
        };
    }

    private static LocalDateTime startOf(Run run) {
        return run.period().firstDay().atStartOfDay();
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable String text(@Nullable Title title, Function<Title, String> language) {
        return title == null ? null : language.apply(title);
    }

    private static String joined(List<Title> titles, Function<Title, String> language, String between) {
        return String.join(between, titles.stream().map(language).toList());
    }
}
