package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.TableColumn.RecognisedUnit;
import org.wenheng.ingest.read.TableColumn.UnitSource;

/** What the cells of a header say: names over several rows become one name a column. */
final class HeaderCells {
    private final Sheet sheet;
    private final UnitWords units;
    private final MergedCells merged;

    HeaderCells(Sheet sheet, UnitWords units) {
        this.sheet = sheet;
        this.units = units;
        this.merged = new MergedCells(sheet);
    }

    /** Cells that hold a text. */
    long filled(SheetRow row) {
        return row.texts().stream().filter(text -> !text.isBlank()).count();
    }

    /** Cells that show a text, those of a merged block all. */
    int shown(SheetRow row) {
        if (!merged.any()) {
            return (int) filled(row);
        }
        int shown = 0;
        for (int column = 0; column < row.texts().size() || column < widthOfMerged(row); column++) {
            shown += merged.text(row, column).isEmpty() ? 0 : 1;
        }
        return shown;
    }

    private int widthOfMerged(SheetRow row) {
        return sheet.merged().stream()
                .filter(range -> row.number() >= range.firstRow() && row.number() <= range.lastRow())
                .mapToInt(range -> Math.min(range.lastColumn(), 4096) + 1)
                .max()
                .orElse(0);
    }

    String firstText(SheetRow row) {
        return row.texts().stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** At least two texts, no value, no label with its value. */
    boolean couldBeHeader(SheetRow row) {
        return filled(row) > 1
                && row.texts().stream().map(String::strip).noneMatch(HeaderCells::isValue)
                && !LabelLine.is(row);
    }

    /** Whether a row goes on with the header above it: further names, codes, units or numbers of the columns. */
    boolean continues(SheetRow row, SheetRow header) {
        if (row.isBlank() || LabelLine.is(row)) {
            return false;
        }
        return isNumbering(row) || isUnitRow(row) || isSecondNames(row, header);
    }

    private boolean isSecondNames(SheetRow row, SheetRow header) {
        boolean opensTheRow = row.text(0).isEmpty()
                || sheet.merged().stream()
                        .anyMatch(range -> range.holds(row.number(), 0) && range.firstRow() < row.number());
        return opensTheRow
                && !header.isBlank()
                && row.texts().stream().map(String::strip).noneMatch(HeaderCells::isValue)
                && row.texts().stream().map(String::strip).noneMatch(HeaderCells::isMark);
    }

    private boolean isUnitRow(SheetRow row) {
        int found = 0;
        for (int column = 0; column < row.texts().size(); column++) {
            String text = row.text(column);
            boolean announced = column == 0 && TableWords.standard().column(text) == TableWords.Role.UNIT;
            if (text.isEmpty() || announced || isMark(text)) {
                continue;
            }
            if (units.unitOf(text) == null) {
                return false;
            }
            found++;
        }
        return found > 0;
    }

    private static boolean isNumbering(SheetRow row) {
        boolean announced = false;
        int numbers = 0;
        for (int column = 0; column < row.texts().size(); column++) {
            String text = row.text(column).replaceAll("[()（）]", "");
            if (TableWords.standard().columnNumbers().contains(TableWords.plain(text))) {
                announced = true;
            } else if (text.matches("\\d{1,3}") && Integer.parseInt(text) == numbers + 1) {
                numbers++;
            } else if (!text.isEmpty()) {
                return false;
            }
        }
        return numbers > 0 && (announced || (numbers > 2 && row.text(0).isEmpty()));
    }

    /** The columns from A to the last one with a header. */
    List<TableColumn> columns(List<SheetRow> header) {
        List<SheetRow> named = new ArrayList<>(header.subList(0, 1));
        header.stream().skip(1).filter(row -> !isNumbering(row)).forEach(named::add);
        int width = 0;
        for (SheetRow row : named) {
            for (int column = 0; column < row.texts().size(); column++) {
                width = row.text(column).isEmpty() ? width : Math.max(width, column + 1);
            }
            width = Math.max(width, named.size() > 1 || row.texts().size() > width ? mergedWidth(row, width) : width);
        }
        List<TableColumn> columns = new ArrayList<>(width);
        for (int column = 0; column < width; column++) {
            columns.add(column(named, column));
        }
        return columns;
    }

    private int mergedWidth(SheetRow row, int width) {
        return merged.text(row, width).isEmpty() ? width : mergedWidth(row, width + 1);
    }

    private TableColumn column(List<SheetRow> header, int column) {
        List<String> parts = new ArrayList<>();
        RecognisedUnit unit = null;
        for (int i = 0; i < header.size(); i++) {
            SheetRow row = header.get(i);
            String text = i < header.size() - 1 ? spread(header, i, column) : merged.text(row, column);
            if (text.isEmpty()) {
                continue;
            }
            if (i > 0 && isUnitRow(row)) {
                unit = recognised(units.unitOf(text), UnitSource.UNIT_ROW, row, column, unit);
            } else {
                // A unit below a name is one even if other columns have names in that row.
                String bare = parts.isEmpty() ? null : units.unitOf(text);
                UnitSource source = bare == null ? UnitSource.HEADER : UnitSource.UNIT_ROW;
                unit = recognised(bare == null ? units.split(text).unit() : bare, source, row, column, unit);
                if (parts.isEmpty() || !parts.get(parts.size() - 1).equals(text)) {
                    parts.add(text);
                }
            }
        }
        return new TableColumn(column, parts, name(parts), unit);
    }

    private String name(List<String> parts) {
        return String.join(
                "/", parts.stream().map(part -> units.split(part).name()).toList());
    }

    private static @Nullable RecognisedUnit recognised(
            @Nullable String unit, UnitSource source, SheetRow row, int column, @Nullable RecognisedUnit before) {
        return unit == null ? before : new RecognisedUnit(unit, source, Sheet.address(column, row.number()));
    }

    /** Files without merged cells leave the cells of a group empty behind its name; a name below tells that they belong. */
    private String spread(List<SheetRow> header, int index, int column) {
        SheetRow row = header.get(index);
        String own = merged.text(row, column);
        if (!own.isEmpty() || merged.any() || header.get(index + 1).text(column).isEmpty()) {
            return own;
        }
        int left = column;
        while (left > 0 && row.text(left).isEmpty()) {
            left--;
        }
        boolean isGroup =
                !row.text(left).isEmpty() && !header.get(index + 1).text(left).isEmpty();
        return isGroup ? row.text(left) : "";
    }

    /** Whether a text is a value: a number that is no year or period. */
    static boolean isValue(String text) {
        boolean digits = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                digits = true;
            } else if (".,，+-−%％ eE万亿千百".indexOf(c) < 0) {
                return false;
            }
        }
        return digits && !WrittenPeriod.isPeriod(text);
    }

    private static boolean isMark(String text) {
        return !text.isEmpty() && MissingMarks.OF_FORMS.statusOf(text) != null;
    }
}
