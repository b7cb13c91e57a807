package org.wenheng.ingest.reference;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.Nearest;

/** A CSV file of reference data: UTF-8, a header row, rows that know their line. */
record ReferenceTable(String file, List<String> columns, List<ReferenceRow> rows) {

    /**
     * Reads a file.
     *
     * @param required columns that must be there
     * @param openEnded whether further columns are allowed
     * @param problems receives a missing, unknown or repeated column and rows of the wrong length
     */
    static ReferenceTable read(Path path, List<String> required, boolean openEnded, Problems problems) {
        return read(path, required, List.of(), openEnded, problems);
    }

    /** Reads a file in which no other columns are allowed than those that must and those that may be there. */
    static ReferenceTable read(Path path, List<String> required, List<String> optional, Problems problems) {
        return read(path, required, optional, false, problems);
    }

    private static ReferenceTable read(
            Path path, List<String> required, List<String> optional, boolean openEnded, Problems problems) {
        String file = String.valueOf(path.getFileName());
        if (!Files.isRegularFile(path)) {
            problems.add("REFERENCE_FILE_MISSING", file, "目录缺少文件 " + file, "The catalogue has no file " + file);
            return new ReferenceTable(file, List.of(), List.of());
        }
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
            List<String> columns = List.of();
            List<ReferenceRow> rows = new ArrayList<>();
            for (CSVRecord row : parser) {
                String where = file + ":" + parser.getCurrentLineNumber();
                List<String> cells = row.stream().map(String::strip).toList();
                if (columns.isEmpty()) {
                    columns = cells;
                    checkColumns(where, columns, required, optional, openEnded, problems);
                } else if (cells.size() != columns.size()) {
                    problems.add(
                            "REFERENCE_ROW_LENGTH",
                            where,
                            "本行有%d列,表头有%d列".formatted(cells.size(), columns.size()),
                            "The row has %d cells, the header %d".formatted(cells.size(), columns.size()));
                } else {
                    rows.add(new ReferenceRow(where, byColumn(columns, cells), problems));
                }
            }
            return new ReferenceTable(file, columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private static void checkColumns(
            String where,
            List<String> columns,
            List<String> required,
            List<String> optional,
            boolean openEnded,
            Problems problems) {
        for (String name : required) {
            if (!columns.contains(name)) {
                problems.add("REFERENCE_COLUMN_MISSING", where, "缺少列 " + name, "Column " + name + " is missing");
            }
        }
        Set<String> seen = new HashSet<>();
        for (String name : columns) {
            if (!seen.add(name)) {
                problems.add(
                        "REFERENCE_COLUMN_REPEATED", where, "列 " + name + " 重复", "Column " + name + " is repeated");
            } else if (!openEnded && !required.contains(name) && !optional.contains(name)) {
                String near = Nearest.to(
                                name,
                                Stream.concat(required.stream(), optional.stream())
                                        .toList())
                        .map("(did you mean \"%s\"?)"::formatted)
                        .orElse("");
                problems.add(
                        "REFERENCE_COLUMN_UNKNOWN",
                        where,
                        "未知的列 \"%s\" %s".formatted(name, near).strip(),
                        "Unknown column \"%s\" %s".formatted(name, near).strip());
            }
        }
    }

    private static Map<String, String> byColumn(List<String> columns, List<String> cells) {
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            byColumn.put(columns.get(i), cells.get(i));
        }
        return byColumn;
    }
}
