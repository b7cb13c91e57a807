package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.wenheng.ingest.table.Column.optional;
import static org.wenheng.ingest.table.Column.required;
import static org.wenheng.ingest.table.ColumnType.DATE;
import static org.wenheng.ingest.table.ColumnType.INSTANT;
import static org.wenheng.ingest.table.ColumnType.LONG;
import static org.wenheng.ingest.table.ColumnType.TEXT;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.wenheng.ingest.due.FormEvent;
import org.wenheng.ingest.due.FormEventKind;
import org.wenheng.ingest.due.ReportKey;
import org.wenheng.ingest.table.Table;

/** The acts of authorities on reports, of every catalogue. Rows are added, never changed. */
public final class FormEventLog {

    /** Extensions, exemptions, returns, approvals, reopenings and withdrawals. */
    public static final Table TABLE = new Table(
            "silver",
            "form_event",
            "One row per act on a report; what holds at a moment is a fold over the rows up to it",
            List.of(
                    required("number", LONG, "序号", "from 1, in the order of writing"),
                    required("catalogue", TEXT, "目录", "code of the catalogue"),
                    required("region_code", TEXT, "报送单位", "region that reports"),
                    required("form_code", TEXT, "报表", "form"),
                    required("period", TEXT, "期", "period of the form's kind"),
                    required("kind", TEXT, "事项", "extend, exempt, return, approve, reopen or withdraw"),
                    optional("until", DATE, "至", "last day on which it holds, in the catalogue's zone"),
                    optional("withdraws", LONG, "撤销序号", "number of the act that a withdrawal undoes"),
                    required("reason", TEXT, "理由", "why, in the words of who acted"),
                    required("by", TEXT, "经办", "who acted"),
                    required("at", INSTANT, "时间", "when, by the server's clock")));

    private FormEventLog() {}

    /** The acts on a catalogue's reports in these periods, in the order of writing; none if nobody ever acted. */
    public static List<FormEvent> read(SparkSession spark, Lake lake, String catalogue, List<String> periods) {
        return read(
                spark,
                lake,
                col("catalogue").equalTo(catalogue).and(col("period").isin(periods.toArray())));
    }

    /** The acts on a catalogue's reports in all periods, in the order of writing. */
    public static List<FormEvent> read(SparkSession spark, Lake lake, String catalogue) {
        return read(spark, lake, col("catalogue").equalTo(catalogue));
    }

    private static List<FormEvent> read(SparkSession spark, Lake lake, Column wanted) {
        if (!lake.has(TABLE)) {
            return List.of();
        }
        return lake.read(spark, TABLE).where(wanted).orderBy("number").collectAsList().stream()
                .map(FormEventLog::event)
                .toList();
    }

    /**
     * Adds acts in one transaction, as the only writer of the lake.
     *
     * @param judge is given all earlier acts of the catalogue and the first free number, and gives the acts to add; it may
     *     refuse by throwing
     * @return what was added
     */
    public static List<FormEvent> append(SparkSession spark, Lake lake, String catalogue, Judge judge) {
        LakeBatch alone = LakeBatch.open(spark, lake);
        try {
            lake.create(spark, TABLE, List.of());
            Row last = lake.read(spark, TABLE)
                    .agg(functions.max("number"))
                    .collectAsList()
                    .get(0);
            long next = last.isNullAt(0) ? 1 : last.getLong(0) + 1;
            List<FormEvent> added = judge.judge(read(spark, lake, catalogue), next);
            if (!added.isEmpty()) {
                List<Row> rows = new ArrayList<>();
                added.forEach(event -> rows.add(row(catalogue, event)));
                lake.append(spark.createDataFrame(rows, Lake.schema(TABLE)), TABLE);
            }
            return added;
        } finally {
            alone.close();
        }
    }

    /** Decides which acts are added. */
    @FunctionalInterface
    public interface Judge {
        List<FormEvent> judge(List<FormEvent> earlier, long firstNumber);
    }

    private static Row row(String catalogue, FormEvent event) {
        return RowFactory.create(
                event.number(),
                catalogue,
                event.report().region(),
                event.report().form(),
                event.report().period(),
                event.kind().code(),
                event.until() == null ? null : Date.valueOf(event.until()),
                event.withdraws(),
                event.reason(),
                event.by(),
                event.at());
    }

    private static FormEvent event(Row row) {
        return new FormEvent(
                row.getLong(0),
                new ReportKey(row.getString(2), row.getString(3), row.getString(4)),
                FormEventKind.ofCode(row.getString(5)),
                row.isNullAt(6) ? null : day(row),
                row.isNullAt(7) ? null : row.getLong(7),
                row.getString(8),
                row.getString(9),
                row.getTimestamp(10).toInstant());
    }

    private static LocalDate day(Row row) {
        return row.getDate(6).toLocalDate();
    }
}
