package org.wenheng.ingest.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;

/**
 * Finds the columns that a mapping names. {@code name} is a header as it stands, or without its unit, or its last part;
 * {@code name#2} the second column of that name, {@code @D} the column D. What cannot be found is gathered.
 */
final class ColumnFinder {
    private static final Pattern LETTERS = Pattern.compile("@([A-Z]{1,3})");
    private static final Pattern NUMBERED = Pattern.compile("(.+)#(\\d{1,2})");

    private final FoundTable table;
    private final Map<String, Integer> found = new HashMap<>();
    private final List<String> missing = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    ColumnFinder(FoundTable table) {
        this.table = table;
    }

    /** The column, from 0; 0 if there is none or several, which is then among the faults. */
    int column(String name) {
        return found.computeIfAbsent(name, this::search);
    }

    /** What could not be found, all at once. */
    List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults);
        if (!missing.isEmpty()) {
            String start =
                    table.columns().stream().limit(5).map(TableColumn::header).collect(Collectors.joining(","));
            all.add(new Fault(
                    FaultCode.COLUMN_MISSING,
                    table.sheet().name(),
                    Sheet.address(0, table.headerFirst()),
                    start,
                    String.join(", ", missing)));
        }
        return all;
    }

    private int search(String name) {
        Matcher letters = LETTERS.matcher(name);
        if (letters.matches()) {
            return letters.group(1).chars().reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1) - 1;
        }
        List<TableColumn> same = named(name);
        Matcher numbered = NUMBERED.matcher(name);
        if (same.isEmpty() && numbered.matches()) {
            List<TableColumn> all = named(numbered.group(1));
            int number = Integer.parseInt(numbered.group(2));
            same = number >= 1 && number <= all.size() ? List.of(all.get(number - 1)) : List.of();
        }
        if (same.isEmpty()) {
            missing.add(name);
            return 0;
        }
        if (same.size() > 1) {
            String places = same.stream().map(this::address).collect(Collectors.joining(", "));
            faults.add(new Fault(FaultCode.COLUMN_REPEATED, table.sheet().name(), address(same.get(1)), name, places));
        }
        return same.get(0).column();
    }

    private List<TableColumn> named(String name) {
        String plain = TableWords.plain(name);
        List<TableColumn> exact = table.columns().stream()
                .filter(column -> TableWords.plain(column.header()).equals(plain))
                .toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<TableColumn> withoutUnit = table.columns().stream()
                .filter(column -> TableWords.plain(column.name()).equals(plain))
                .toList();
        return !withoutUnit.isEmpty()
                ? withoutUnit
                : table.columns().stream()
                        .filter(column -> column.parts().size() > 1
                                && TableWords.plain(column.parts()
                                                .get(column.parts().size() - 1))
                                        .equals(plain))
                        .toList();
    }

    private String address(TableColumn column) {
        return Sheet.address(column.column(), table.headerLast());
    }
}
