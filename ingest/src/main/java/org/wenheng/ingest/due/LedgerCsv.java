package org.wenheng.ingest.due;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.yaml.YamlNode;

/** Writes every row of a ledger as CSV: UTF-8 with a byte order mark, so that spreadsheet programs show Chinese. */
public final class LedgerCsv {
    private static final String[] HEADER = {
        "region_code",
        "region_name",
        "form_code",
        "form_title",
        "department",
        "period",
        "state",
        "state_zh",
        "completeness",
        "timeliness",
        "administrative",
        "expected_cells",
        "answered_cells",
        "nil_cells",
        "percent",
        "due_day",
        "extended_to",
        "returned_until",
        "provisional",
        "first_received",
        "complete_since",
        "last_received",
        "approved_at",
        "changed_since_approval",
        "open",
        "open_reason",
        "light",
        "reason_zh",
        "reason_en",
        "act"
    };

    private LedgerCsv() {}

    /**
     * Writes a file; folders that are missing are made.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(Catalogue catalogue, List<ExpectedReport> rows, Path file) {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(HEADER).get();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                writer.write('\uFEFF');
                CSVPrinter printer = new CSVPrinter(writer, format);
                for (ExpectedReport row : rows) {
                    printer.printRecord(values(catalogue, row));
                }
                printer.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static Object[] values(Catalogue catalogue, ExpectedReport row) {
        ReportProgress progress = row.progress();
        return new Object[] {
            row.region().code(),
            row.region().name().chinese(),
            row.form().code(),
            row.form().title().chinese(),
            LedgerText.supervisor(catalogue, row),
            row.period().code(),
            YamlNode.wordOf(row.state()),
            row.state().nameChinese(),
            YamlNode.wordOf(progress.completeness()),
            YamlNode.wordOf(progress.timeliness()),
            YamlNode.wordOf(progress.administrative()),
            progress.expected(),
            progress.answered(),
            progress.nil(),
            row.percent(),
            row.deadline().regularDay(),
            orEmpty(row.standing().extendedTo()),
            orEmpty(row.standing().returnedUntil()),
            row.deadline().provisional(),
            local(catalogue, progress.firstReceived()),
            local(catalogue, progress.completeSince()),
            local(catalogue, progress.lastReceived()),
            local(catalogue, row.standing().approvedAt()),
            row.isChangedSinceApproval(),
            row.opening().isOpen(),
            row.opening().reason().name(),
            YamlNode.wordOf(row.signal().light()),
            row.signal().reason().chinese(),
            row.signal().reason().english(),
            LedgerText.act(catalogue, row)
        };
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** A moment with the offset of the catalogue's zone, such as 2026-11-05T08:00:00+08:00. */
    private static String local(Catalogue catalogue, @Nullable Instant moment) {
        return moment == null
                ? ""
                : moment.atZone(catalogue.timetable().zone()).toOffsetDateTime().toString();
    }
}
