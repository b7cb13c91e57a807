package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.read.Line.Label;
import org.wenheng.ingest.read.TableWords.Role;

/** The labels of a line and their values: {@code 报告期:2026年10月} in one cell, or a label with its value in a cell beside it. */
final class LabelLine {
    private static final Pattern LABEL = Pattern.compile("([^：:]{1,15}?)\\s*[：:]\\s*(.*)", Pattern.DOTALL);
    /** White space before the next label of the same cell. */
    private static final Pattern NEXT = Pattern.compile("[\\s\\u3000]+(?=[^\\s\\u3000：:]{1,12}\\s*[：:])");

    private LabelLine() {}

    /** Whether a row is made of labels and values and therefore no header. */
    static boolean is(SheetRow row) {
        List<String> texts = row.texts().stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (texts.isEmpty()) {
            return false;
        }
        TableWords words = TableWords.standard();
        boolean first = true;
        for (String text : texts) {
            Matcher label = LABEL.matcher(text);
            if (label.matches() && (first ? !label.group(1).startsWith("其中") : words.label(label.group(1)) != null)) {
                return true;
            }
            first = false;
        }
        // Without colons: a known label, what belongs to it, and a label again.
        return beginsWithPair(texts) && texts.stream().skip(2).anyMatch(LabelLine::announces);
    }

    /** Whether a row holds nothing but a known label and one text more, which may also be the header of two columns. */
    static boolean isPair(SheetRow row) {
        List<String> texts = row.texts().stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return texts.size() == 2 && beginsWithPair(texts);
    }

    private static boolean beginsWithPair(List<String> texts) {
        return texts.size() > 1 && announces(texts.get(0)) && !isLabel(texts.get(1));
    }

    static List<Label> labels(SheetRow row, UnitWords units) {
        List<Label> labels = new ArrayList<>();
        for (int column = 0; column < row.texts().size(); column++) {
            String text = row.text(column);
            if (text.isEmpty()) {
                continue;
            }
            for (String part : NEXT.split(text, -1)) {
                Matcher label = LABEL.matcher(part.strip());
                if (label.matches()) {
                    labels.add(
                            valued(row, column, label.group(1), label.group(2).strip()));
                } else if (isLabel(part)) {
                    labels.add(valued(row, column, part.strip(), ""));
                }
            }
            String bare = units.unitOf(text);
            if (bare != null && !text.equals(bare)) {
                labels.add(new Label("单位", bare, row.number(), column));
            }
        }
        return labels;
    }

    private static Label valued(SheetRow row, int column, String name, String value) {
        if (value.isEmpty()) {
            for (int next = column + 1; next < row.texts().size(); next++) {
                String text = row.text(next);
                if (!text.isEmpty()) {
                    boolean another = isLabel(text) || LABEL.matcher(text).matches();
                    return another
                            ? new Label(name, "", row.number(), column)
                            : new Label(name, text, row.number(), next);
                }
            }
        }
        return new Label(name, value, row.number(), column);
    }

    private static boolean isLabel(String text) {
        return TableWords.standard().label(text) != null;
    }

    /** Labels that no table needs as the name of its first column. */
    private static boolean announces(String text) {
        Role role = TableWords.standard().label(text);
        return role == Role.REGION_CODE || role == Role.REGION_NAME || role == Role.PERIOD || role == Role.FORM;
    }
}
