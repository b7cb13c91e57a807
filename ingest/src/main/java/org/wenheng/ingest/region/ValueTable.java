package org.wenheng.ingest.region;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.format.SheetRow;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.restate.RegionValue;

/** Reads a table of observed values of regions, with the columns of {@code silver.observation} that it needs. */
final class ValueTable {
    private static final List<String> COLUMNS = List.of("region_code", "period", "element_code", "status", "value");

    private final String file;
    private final SheetRow header;
    private final Catalogue catalogue;
    private final Problems problems = new Problems();
    private final Set<String> seen = new HashSet<>();

    private ValueTable(String file, SheetRow header, Catalogue catalogue) {
        this.file = file;
        this.header = header;
        this.catalogue = catalogue;
    }

    /**
     * The values by element.
     *
     * @throws InputRefusedException with everything that is wrong with the table, by row; a value of a facility is wrong here
     */
    static Map<String, List<RegionValue>> read(Path path, Catalogue catalogue) throws IOException {
        String name = String.valueOf(path.getFileName());
        Content content = Content.of(name, Files.readAllBytes(path), null);
        Fault fault = content.fault();
        if (fault != null) {
            throw InputRefusedException.of(
                    fault.code().name(), name, "文件无法读取 " + fault.given(), "The file cannot be read " + fault.given());
        }
        Sheet sheet = content.sheets().get(0);
        return new ValueTable(name, sheet.row(1), catalogue).read(sheet);
    }

    private Map<String, List<RegionValue>> read(Sheet sheet) {
        List<String> missing =
                COLUMNS.stream().filter(column -> column(column) < 0).toList();
        if (!missing.isEmpty()) {
            problems.add(
                    "COLUMN_MISSING",
                    file + ":1",
                    "缺少列 " + String.join("、", missing),
                    "Missing columns: " + String.join(", ", missing));
        }
        problems.throwIfAny(file);
        Map<String, List<RegionValue>> byElement = new TreeMap<>();
        for (SheetRow row : sheet.rows()) {
            if (row.number() > 1 && !row.isBlank()) {
                String element = text(row, "element_code");
                RegionValue value = value(row, element);
                if (value != null) {
                    byElement
                            .computeIfAbsent(element, code -> new ArrayList<>())
                            .add(value);
                }
            }
        }
        problems.throwIfAny(file);
        return byElement;
    }

    private @Nullable RegionValue value(SheetRow row, String element) {
        int before = problems.found().size();
        String region = text(row, "region_code");
        Optional<Period> period = Period.parse(text(row, "period"));
        Optional<ValueStatus> status = Stream.of(ValueStatus.values())
                .filter(choice -> choice.code().equals(text(row, "status")))
                .findFirst();
        BigDecimal number = number(text(row, "value"));
        if (!catalogue.elements().containsKey(element)) {
            wrong(row, "ELEMENT_UNKNOWN", "element_code", element);
        }
        if (period.isEmpty()) {
            wrong(row, "PERIOD_MALFORMED", "period", text(row, "period"));
        }
        if (status.isEmpty()) {
            wrong(row, "STATUS_UNKNOWN", "status", text(row, "status"));
        } else if ((status.get() == ValueStatus.REPORTED) != (number != null)) {
            wrong(row, "VALUE_NOT_OF_STATUS", "value", text(row, "value"));
        }
        if (column("facility_code") >= 0 && !text(row, "facility_code").isEmpty()) {
            wrong(row, "VALUE_OF_FACILITY", "facility_code", text(row, "facility_code"));
        }
        if (!seen.add(region + " " + text(row, "period") + " " + element)) {
            wrong(row, "VALUE_REPEATED", "region_code", region);
        }
        return problems.found().size() > before || period.isEmpty() || status.isEmpty()
                ? null
                : RegionValue.reported(region, period.get(), status.get(), number);
    }

    private void wrong(SheetRow row, String code, String column, String given) {
        problems.add(
                code,
                file + ":" + row.number(),
                "%s: “%s”不能用(见 --help)".formatted(column, given),
                "%s: \"%s\" cannot be used here (see --help)".formatted(column, given));
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null; // Said by the caller: the status and the value then do not fit.
        }
    }

    private int column(String name) {
        return header.texts().indexOf(name);
    }

    private String text(SheetRow row, String column) {
        return row.text(column(column));
    }
}
