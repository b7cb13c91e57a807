package org.wenheng.analytics.gold;

import static org.wenheng.ingest.table.Column.optional;
import static org.wenheng.ingest.table.Column.required;
import static org.wenheng.ingest.table.ColumnType.BOOLEAN;
import static org.wenheng.ingest.table.ColumnType.DOUBLE;
import static org.wenheng.ingest.table.ColumnType.INT;
import static org.wenheng.ingest.table.ColumnType.LONG;
import static org.wenheng.ingest.table.ColumnType.TEXT;

import java.util.List;
import org.wenheng.ingest.table.Check;
import org.wenheng.ingest.table.Table;

/** The tables of what supervision says of a run; each has a table of the same name and columns in the schema {@code mart}. */
public final class SupervisionTables {

    /** The lights, green ones and those that could not be judged included. */
    public static final Table LIGHT = new Table(
            "gold",
            "light",
            "One row per run, rule, region and subject",
            List.of(
                    required("run_id", TEXT, "批次", "run"),
                    required("light_code", TEXT, "规则", "rule of lights.yml"),
                    required("region_code", TEXT, "行政区", "region; empty for what belongs to no region"),
                    required("subject", TEXT, "对象", "what it is about where a region has several; otherwise empty"),
                    required("colour", TEXT, "颜色", "red, yellow, green, or no-data if it could not be judged"),
                    required("title_zh", TEXT, "事项", "the matter"),
                    required("title_en", TEXT, "事项(英文)", "the same"),
                    required("reason_zh", TEXT, "原因", "why, with the numbers"),
                    required("reason_en", TEXT, "原因(英文)", "the same"),
                    required("advice_zh", TEXT, "建议", "what to do; empty unless red or yellow"),
                    required("advice_en", TEXT, "建议(英文)", "the same"),
                    required("acts", TEXT, "由谁办", "region, department, office, or nobody"),
                    required("departments", TEXT, "相关部门", "those that answer for it, divided by ;"),
                    required("source", TEXT, "依据", "where the rule comes from, with its certainty")),
            List.of(
                    new Check("colour_known", "colour IN ('red', 'yellow', 'green', 'no-data')"),
                    new Check("acts_known", "acts IN ('region', 'department', 'office', 'nobody')")));

    /** The anomaly cases. */
    public static final Table ANOMALY_CASE = new Table(
            "gold",
            "anomaly_case",
            "One row per run, region and element whose value is unusual",
            List.of(
                    required("run_id", TEXT, "批次", "run"),
                    required("case_id", TEXT, "异常编号", "region, period and element: the same value has the same"),
                    required("region_code", TEXT, "行政区", "region"),
                    required("element_code", TEXT, "数据元", "element"),
                    required("period", TEXT, "期", "period of the value"),
                    required("score", DOUBLE, "异常分", "0 to 1; 0.5 is exactly at a detector's limit"),
                    required("detectors", TEXT, "检测方法", "detectors that found it, divided by ;"),
                    required("explanation_zh", TEXT, "说明", "what each detector found, with the numbers"),
                    required("explanation_en", TEXT, "说明(英文)", "the same"),
                    required("earlier", TEXT, "此前异常", "ids of earlier cases of the same value, divided by ;"),
                    required("times_before", INT, "此前次数", "how many they are")),
            List.of(new Check("score_in_range", "score >= 0 AND score <= 1")));

    /** The data quality of regions. */
    public static final Table DATA_QUALITY = new Table(
            "gold",
            "data_quality",
            "One row per run and region; a part is missing where nothing could be counted",
            List.of(
                    required("run_id", TEXT, "批次", "run"),
                    required("region_code", TEXT, "行政区", "region"),
                    optional("quality", DOUBLE, "数据质量分", "0 to 100, weighted mean of the parts that are there"),
                    optional("completeness", DOUBLE, "完整性", "cells answered of those expected, per cent"),
                    optional("timeliness", DOUBLE, "及时性", "forms in time of those due, per cent; late ones in part"),
                    optional("consistency", DOUBLE, "一致性", "relations that hold of those checked, per cent"),
                    optional("plausibility", DOUBLE, "合理性", "values without a case of those tested, per cent"),
                    required("cells_expected", INT, "应报单元格", "in the forms that are due"),
                    required("cells_answered", INT, "已答单元格", "in them"),
                    required("forms_due", INT, "应报报表", "whose coming in time can be judged"),
                    required("forms_in_time", INT, "按时报表", "complete in time"),
                    required("forms_late", INT, "迟报报表", "complete, but late"),
                    required("relations_checked", INT, "检查关系", "relations between values"),
                    required("relations_broken", INT, "不符关系", "that do not hold and were not explained"),
                    required("values_tested", INT, "检验数值", "values with a history to compare with"),
                    required("values_suspect", INT, "立案数值", "values with a case")));

    /** The draw of a spot check, with all that is needed to repeat it by hand. */
    public static final Table SPOT_CHECK = new Table(
            "gold",
            "spot_check",
            "One row per run and unit; drawn if one of start, start + 1, … lies from interval_from to below interval_to",
            List.of(
                    required("run_id", TEXT, "批次", "run"),
                    required("region_code", TEXT, "行政区", "unit"),
                    required("sample_size", INT, "样本量", "units drawn"),
                    required("seed", LONG, "随机种子", "of the start"),
                    required("start_point", DOUBLE, "随机起点", "0 to below 1"),
                    required("risk_cases", DOUBLE, "异常", "highest score of its cases, 0 to 1"),
                    optional("risk_quality", DOUBLE, "数据质量", "0 to 100; missing counts as 0"),
                    optional("risk_jump", DOUBLE, "得分变化", "points since the period before; missing counts as 0"),
                    required("risk_size", DOUBLE, "规模", "share of the largest unit's size, 0 to 1"),
                    required("risk", DOUBLE, "风险", "weighted mean of the four, 0 to 1"),
                    required("probability", DOUBLE, "抽中概率", "0 to 1; they sum to the sample size"),
                    required("interval_from", DOUBLE, "区间起", "sum of the probabilities before it"),
                    required("interval_to", DOUBLE, "区间止", "the same with its own"),
                    required("drawn", BOOLEAN, "是否抽中", "whether it is to be visited")));

    /** All of them. */
    public static final List<Table> ALL = List.of(LIGHT, ANOMALY_CASE, DATA_QUALITY, SPOT_CHECK);

    private SupervisionTables() {}
}
