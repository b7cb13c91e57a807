package org.wenheng.analytics.gold;

import static org.wenheng.ingest.table.Column.optional;
import static org.wenheng.ingest.table.Column.required;
import static org.wenheng.ingest.table.ColumnType.DATETIME;
import static org.wenheng.ingest.table.ColumnType.DOUBLE;
import static org.wenheng.ingest.table.ColumnType.EXACT;
import static org.wenheng.ingest.table.ColumnType.INSTANT;
import static org.wenheng.ingest.table.ColumnType.INT;
import static org.wenheng.ingest.table.ColumnType.LONG;
import static org.wenheng.ingest.table.ColumnType.SCORE;
import static org.wenheng.ingest.table.ColumnType.TEXT;

import java.util.List;
import org.wenheng.ingest.table.Table;

/**
 * The tables that scoring owns in the lake. Those of runs have a table of the same name and columns in the schema
 * {@code mart}.
 */
public final class GoldTables {

    /** What the engine reads: facilities added up to their region; and beside it, regions rolled up to those above them. */
    public static final Table ELEMENT_VALUE = new Table(
            "gold",
            "element_value",
            "One row per catalogue, region, period, element and kind (own or rolled up), as last derived",
            List.of(
                    required("catalogue", TEXT, "目录", "code of the catalogue"),
                    required("region_code", TEXT, "行政区", "region"),
                    required("period", TEXT, "期", "period of the element's own frequency"),
                    required("element_code", TEXT, "数据元", "element"),
                    required("status", TEXT, "状态", "reported, nil, not-applicable, suppressed or not-reported"),
                    optional("value", EXACT, "值", "in the element's unit; present exactly if reported"),
                    required("reported", INT, "已报数", "observations, or regions below, that went into the value"),
                    required("expected", INT, "应报数", "observations, or regions below, that should have a value"),
                    required("made_of", TEXT, "由来", "own: the region's own reports; below: the regions below it"),
                    optional(
                            "weights_from",
                            TEXT,
                            "权数所属期",
                            "earliest period of the weights; the year before where the year's own are not there yet"),
                    required("origin", TEXT, "数据性质", "real, synthetic or mixed")));

    /** The element values seen over several periods. */
    public static final Table ELEMENT_WINDOW = new Table(
            "gold",
            "element_window",
            "One row per catalogue, region, period, element and kind that has a value in a window ending with the period",
            List.of(
                    required("catalogue", TEXT, "目录", "code of the catalogue"),
                    required("region_code", TEXT, "行政区", "region"),
                    required("period", TEXT, "期", "last period of the windows, of the element's own frequency"),
                    required("element_code", TEXT, "数据元", "element"),
                    required("made_of", TEXT, "由来", "own or below, as in gold.element_value"),
                    required("previous_status", TEXT, "上期状态", "status of the period before"),
                    optional("previous", DOUBLE, "上期值", "value of the period before, 0 for a nil report"),
                    optional("to_date", DOUBLE, "本年累计", "from January on, by the element's rule over time"),
                    required("to_date_present", INT, "本年累计期数", "periods with a value or a nil report"),
                    required("to_date_expected", INT, "本年应有期数", "periods to which the element applies"),
                    optional("trailing", DOUBLE, "近期累计", "the last periods, by the element's rule over time"),
                    optional("trailing_mean", DOUBLE, "近期平均", "their mean, whatever the rule"),
                    required("trailing_present", INT, "近期期数", "periods with a value or a nil report"),
                    required("trailing_expected", INT, "近期应有期数", "periods to which the element applies")));

    /** The runs. */
    public static final Table RUN = new Table(
            "gold",
            "run",
            "One row per run: a scheme, a period and a content of the data",
            List.of(
                    required("run_id", TEXT, "批次", "from scheme, period and inputs: the same inputs give the same"),
                    required("scheme_code", TEXT, "方案", "scheme"),
                    required("scheme_version", TEXT, "方案版本", "version of the scheme"),
                    required("period", TEXT, "期", "period scored"),
                    required("frequency", TEXT, "周期", "month, quarter or year"),
                    required("period_start", DATETIME, "期初", "first day of the period, without zone"),
                    required("period_name_zh", TEXT, "期名", "name of the period"),
                    required("known_at", INSTANT, "数据截至", "the data are those known at this moment"),
                    required("origin", TEXT, "数据性质", "real, synthetic or mixed"),
                    required("engine_version", TEXT, "引擎版本", "version of the product"),
                    required("regions", INT, "地区数", "regions scored"),
                    required("started_at", INSTANT, "开始", "when the run began"),
                    required("finished_at", INSTANT, "结束", "when it was scored"),
                    optional("scheme_hash", TEXT, "方案指纹", "SHA-256 of the scheme; missing in runs of before records"),
                    optional("observation_version", LONG, "观测值版本", "Delta version of silver.observation that was read"),
                    optional("submission_version", LONG, "报送版本", "Delta version of silver.submission that was read"),
                    optional("seed", LONG, "随机种子", "of what is drawn; 0 in runs of before supervision"),
                    optional("run_by", TEXT, "执行人", "who ran it"),
                    optional("stages", TEXT, "各步用时", "JSON: seconds and rows of each stage until it was scored"),
                    optional("digest", TEXT, "数字指纹", "SHA-256 over the run's rows in all tables"),
                    optional(
                            "signature", TEXT, "签名", "Ed25519 over the digest, Base64; missing if it was not signed")));

    /** What a run gives the regions. */
    public static final Table RESULT = new Table(
            "gold",
            "result",
            "One row per run, kind and region",
            List.of(
                    required("run_id", TEXT, "批次", "run"),
                    required("region_code", TEXT, "行政区", "region"),
                    required("kind", TEXT, "类别", "unit, or parent for a region made of units"),
                    required("peer_group", TEXT, "同类组", "group it is ranked in; empty if none"),
                    optional("score", SCORE, "得分", "rounded half up; missing if nothing could be scored"),
                    optional("score_exact", DOUBLE, "未舍入得分", "sum of the contributions"),
                    required("covered", DOUBLE, "数据覆盖", "share of the weight that rests on reported values, 0 to 1"),
                    optional("grade_zh", TEXT, "等次", "after caps and veto"),
                    optional("grade_en", TEXT, "等次(英文)", "the same"),
                    optional("grade_by_points_zh", TEXT, "按分等次", "by points alone"),
                    optional("grade_by_points_en", TEXT, "按分等次(英文)", "the same"),
                    required("grade_reasons_zh", TEXT, "降等原因", "why the grade is lower than by points; empty if not"),
                    required("grade_reasons_en", TEXT, "降等原因(英文)", "the same"),
                    optional("rank", INT, "位次", "competition rank by the rounded score"),
                    required("rank_of", INT, "参评数", "regions ranked"),
                    optional("peer_rank", INT, "组内位次", "rank in the peer group"),
                    required("peer_rank_of", INT, "组内参评数", "regions ranked in the group")));

    /** What a region got at each node. */
    public static final Table SCORE_TABLE = new Table(
            "gold",
            "score",
            "One row per run, region and node of the scheme",
            List.of(
                    required("run_id", TEXT, "批次", "run"),
                    required("region_code", TEXT, "行政区", "region"),
                    required("node_code", TEXT, "节点", "node; unit:CODE for a unit's part in its parent's score"),
                    required("status", TEXT, "状态", "scored, partial, imputed, missing or not-applicable"),
                    optional("value", DOUBLE, "指标值", "in the indicator's unit"),
                    optional("points", DOUBLE, "分值", "0 to 100"),
                    required("weight", DOUBLE, "权重", "effective weight in the whole, per cent"),
                    required("contribution", DOUBLE, "贡献", "to the score"),
                    required("notes_zh", TEXT, "说明", "what a reader must know"),
                    required("notes_en", TEXT, "说明(英文)", "the same")));

    /** What the indicators were computed from. */
    public static final Table INPUT = new Table(
            "gold",
            "input",
            "One row per run, region, indicator, element and period",
            List.of(
                    required("run_id", TEXT, "批次", "run"),
                    required("region_code", TEXT, "行政区", "region"),
                    required("indicator_code", TEXT, "指标", "indicator"),
                    required("element_code", TEXT, "数据元", "element"),
                    required("period", TEXT, "期", "period of the element's own frequency"),
                    required("status", TEXT, "状态", "whether there was a value"),
                    optional("value", DOUBLE, "值", "in the element's unit")));

    private GoldTables() {}
}
