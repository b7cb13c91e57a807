package org.wenheng.analytics.mart;

import static org.wenheng.ingest.table.Column.optional;
import static org.wenheng.ingest.table.Column.required;
import static org.wenheng.ingest.table.ColumnType.DATETIME;
import static org.wenheng.ingest.table.ColumnType.DOUBLE;
import static org.wenheng.ingest.table.ColumnType.INSTANT;
import static org.wenheng.ingest.table.ColumnType.INT;
import static org.wenheng.ingest.table.ColumnType.SCORE;
import static org.wenheng.ingest.table.ColumnType.TEXT;

import java.util.List;
import org.wenheng.ingest.table.Table;

/** The published tables that others read, declared once. The SQL of the migrations has the same columns. */
public final class MartTables {

    /** What dashboards read. */
    public static final Table PUBLISHED_RESULT = new Table(
            "mart",
            "published_result",
            "One row per region and kind in the published run of a scheme and period",
            List.of(
                    required("scheme_code", TEXT, "方案代码", "code of the assessment scheme"),
                    required("scheme_version", TEXT, "方案版本", "version of the scheme that was used"),
                    required("catalogue", TEXT, "目录", "code of the catalogue that names the regions"),
                    required("scheme_title", TEXT, "考核方案", "title of the scheme"),
                    required("period", TEXT, "报告期", "code of the period: 2026-10, 2026Q4 or 2026"),
                    required("period_name", TEXT, "报告期名称", "the period in words"),
                    required("period_start", DATETIME, "报告期开始", "first moment of the period; the main time column"),
                    required("frequency", TEXT, "频度", "month, quarter or year"),
                    required("run_id", TEXT, "计分批次", "the run whose numbers these are"),
                    required(
                            "origin",
                            TEXT,
                            "数据性质",
                            "real, synthetic or mixed; synthetic rows are for demonstration only"),
                    required("known_at", INSTANT, "数据截至", "the run used what was known at this moment"),
                    required("published_at", INSTANT, "发布时间", "when the run became the published one"),
                    required("region_code", TEXT, "行政区代码", "code of the region"),
                    required("region_name", TEXT, "行政区", "name of the region in Chinese"),
                    required("region_name_en", TEXT, "行政区英文名", "name of the region in English"),
                    required("level", TEXT, "层级", "level of the region, such as county"),
                    optional("parent_code", TEXT, "上级代码", "code of the parent region; missing at the top"),
                    required("parent_name", TEXT, "上级行政区", "name of the parent region; empty at the top"),
                    required("kind", TEXT, "类别", "unit: scored by its own indicators; parent: made of its units"),
                    required("peer_group", TEXT, "同类组", "the group it is ranked in; empty if the scheme has none"),
                    optional(
                            "score",
                            SCORE,
                            "得分",
                            "0 to 100 plus bonus less deduction; missing if nothing could be scored"),
                    required("covered", DOUBLE, "数据覆盖率", "share of the weight that rests on reported values, 0 to 1"),
                    optional("grade", TEXT, "等次", "grade in Chinese, after caps and veto; missing without a score"),
                    optional("grade_en", TEXT, "等次英文名", "grade in English"),
                    optional("rank", INT, "位次", "competition rank (1, 1, 3) among its kind; missing without a score"),
                    required("rank_of", INT, "排名总数", "number of regions ranked"),
                    optional("peer_rank", INT, "组内位次", "the same in its peer group"),
                    required("peer_rank_of", INT, "组内排名总数", "number of regions ranked in the peer group")));

    private MartTables() {}
}
