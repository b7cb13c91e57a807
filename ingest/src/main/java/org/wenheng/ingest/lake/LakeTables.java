package org.wenheng.ingest.lake;

import static org.wenheng.ingest.table.Column.optional;
import static org.wenheng.ingest.table.Column.required;
import static org.wenheng.ingest.table.ColumnType.BYTES;
import static org.wenheng.ingest.table.ColumnType.EXACT;
import static org.wenheng.ingest.table.ColumnType.INSTANT;
import static org.wenheng.ingest.table.ColumnType.INT;
import static org.wenheng.ingest.table.ColumnType.LONG;
import static org.wenheng.ingest.table.ColumnType.TEXT;

import java.util.List;
import org.wenheng.ingest.table.Check;
import org.wenheng.ingest.table.Table;

/** The tables that collection owns. Plain declarations: no Spark here. */
public final class LakeTables {

    /** The bytes that were sent. */
    public static final Table FILE = new Table(
            "bronze",
            "file",
            "One row per different content that was sent, refused content included",
            List.of(
                    required("file_hash", TEXT, "文件指纹", "SHA-256 of the content, hexadecimal"),
                    required("file_name", TEXT, "文件名", "name under which it first came"),
                    required("size_bytes", LONG, "字节数", "length of the content"),
                    required("content", BYTES, "内容", "the bytes, as sent; empty if there are more than 64 MB"),
                    required("received_at", INSTANT, "接收时间", "when it first came")));

    /** What was sent and what became of it. */
    public static final Table SUBMISSION = new Table(
            "silver",
            "submission",
            "One row per content and catalogue; read = accepted + refused + unchanged",
            List.of(
                    required("catalogue", TEXT, "目录", "code of the catalogue"),
                    required("submission_id", TEXT, "报送编号", "first 16 digits of the SHA-256 of catalogue and content"),
                    required("file_hash", TEXT, "文件指纹", "content in bronze.file"),
                    required("file_name", TEXT, "文件名", "name under which it came"),
                    required("mapping", TEXT, "读取方式", "code of the source mapping, or forms"),
                    optional(
                            "region_code",
                            TEXT,
                            "报送单位",
                            "the one region that reports; missing for a table of many regions"),
                    optional("period", TEXT, "期", "the one period; missing for a table of many periods"),
                    required("verdict", TEXT, "结论", "accepted, partly-accepted or refused"),
                    required("encoding", TEXT, "编码", "how the bytes were read, and why"),
                    required("cells_read", LONG, "读到单元格", "values read, missing ones with a reason included"),
                    required("cells_accepted", LONG, "接受", "values that became observations"),
                    required("cells_refused", LONG, "拒绝", "values that did not, each with a finding"),
                    required("cells_unchanged", LONG, "未变", "values equal to what was known already"),
                    required("origin", TEXT, "数据性质", "real, or synthetic for generated data"),
                    required("received_at", INSTANT, "接收时间", "when it came")),
            List.of(
                    new Check("ledger_balances", "cells_read = cells_accepted + cells_refused + cells_unchanged"),
                    new Check("verdict_known", "verdict IN ('accepted', 'partly-accepted', 'refused')")));

    /** What the checks said. */
    public static final Table FINDING = new Table(
            "silver",
            "finding",
            "One row per finding of a submission",
            List.of(
                    required("catalogue", TEXT, "目录", "code of the catalogue"),
                    required("submission_id", TEXT, "报送编号", "the submission"),
                    required("finding_number", INT, "序号", "from 1, in the order of the cells"),
                    required("code", TEXT, "代码", "stable code of the check"),
                    required("severity", TEXT, "级别", "reject, explain or note"),
                    required("sheet", TEXT, "工作表", "sheet of the cell; empty for a CSV file"),
                    required("cell", TEXT, "单元格", "address such as C7; empty if the finding is about the file"),
                    optional("region_code", TEXT, "行政区", "region, where known"),
                    optional("period", TEXT, "期", "period, where known"),
                    optional("element_code", TEXT, "数据元", "element, where known"),
                    optional("given", TEXT, "填报值", "the value as given"),
                    required("message_zh", TEXT, "说明", "what is wrong and what was expected"),
                    required("message_en", TEXT, "说明(英文)", "the same in English"),
                    required("advice_zh", TEXT, "建议", "what to do"),
                    required("advice_en", TEXT, "建议(英文)", "the same in English"),
                    optional("explanation", TEXT, "填报单位说明", "what the reporter wrote beside the value")));

    /** The accepted values, each with the cell it came from and the time for which it was known. */
    public static final Table OBSERVATION = new Table(
            "silver",
            "observation",
            "One row per version of a value: catalogue, region, facility, period and element, from when it was known",
            List.of(
                    required("catalogue", TEXT, "目录", "code of the catalogue"),
                    required("region_code", TEXT, "行政区", "region that the value is about"),
                    required("facility_code", TEXT, "机构", "facility in the region; empty for the region itself"),
                    required("facility_name", TEXT, "机构名称", "name as reported; empty for the region itself"),
                    required("period", TEXT, "期", "period of the element's own frequency"),
                    required("element_code", TEXT, "数据元", "element"),
                    required("status", TEXT, "状态", "reported, nil, not-applicable, suppressed or not-reported"),
                    optional("value", EXACT, "值", "in the element's canonical unit; present exactly if reported"),
                    required("submission_id", TEXT, "报送编号", "submission it came with"),
                    required("sheet", TEXT, "工作表", "sheet of the cell; empty for a CSV file"),
                    required("cell", TEXT, "单元格", "address of the cell, such as C7"),
                    required("given", TEXT, "填报值", "the value as given"),
                    required("origin", TEXT, "数据性质", "real, or synthetic for generated data"),
                    required("known_from", INSTANT, "知晓自", "when it was accepted"),
                    optional(
                            "known_to",
                            INSTANT,
                            "知晓至",
                            "when a correction replaced it; missing for what is known now")),
            List.of(
                    new Check("value_exactly_if_reported", "(status = 'reported') = (value IS NOT NULL)"),
                    new Check("known_in_order", "known_to IS NULL OR known_from <= known_to")));

    /** All tables that collection owns. */
    public static final List<Table> ALL = List.of(FILE, SUBMISSION, FINDING, OBSERVATION);

    private LakeTables() {}
}
