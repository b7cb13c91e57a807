package org.wenheng.analytics;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.wenheng.analytics.matrix.Matrix;

/**
 * A table of published or independently computed results that stands beside the checkout. Without it the test is skipped
 * and says so.
 *
 * @param header names of the columns
 * @param rows texts as they stand in the file
 */
public record Oracle(List<String> header, List<List<String>> rows) {
    private static final Path FOLDER =
            Path.of(System.getProperty("wenheng.home")).resolve("../shared/oracles");

    /** The table in a file below the folder of oracles, such as {@code asem/01_default/01_raw.csv}. */
    public static Oracle read(String path) {
        Path file = FOLDER.resolve(path);
        assumeThat(file).as("the published results beside the checkout").exists();
        try (CSVParser parser = CSVParser.parse(
                Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""),
                CSVFormat.RFC4180.builder().setHeader().get())) {
            return new Oracle(
                    parser.getHeaderNames(),
                    parser.getRecords().stream().map(CSVRecord::toList).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of a column. */
    public List<String> texts(String column) {
        int place = place(column);
        return rows.stream().map(row -> row.get(place)).toList();
    }

    /** The numbers of a column; an empty cell is NaN. */
    public double[] numbers(String column) {
        return texts(column).stream().mapToDouble(Oracle::number).toArray();
    }

    /** The numbers of some columns as a matrix, in the order of the names. */
    public Matrix matrix(List<String> columns) {
        return Matrix.ofColumns(rows.size(), columns.stream().map(this::numbers).toArray(double[][]::new));
    }

    private int place(String column) {
        int place = header.indexOf(column);
        if (place < 0) {
            throw new IllegalArgumentException("No column " + column + " among " + header);
        }
        return place;
    }

    private static double number(String text) {
        return switch (text) {
            case "", "NA", "NaN" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
