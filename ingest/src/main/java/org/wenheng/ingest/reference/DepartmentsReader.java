package org.wenheng.ingest.reference;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.wenheng.ingest.problem.Problems;

/** Reads {@code departments.csv}. */
final class DepartmentsReader {
    private static final List<String> COLUMNS = List.of("code", "name_zh", "name_en", "successor", "since");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private DepartmentsReader() {}

    static List<Department> read(Path path, Problems problems) {
        Set<String> seen = new HashSet<>();
        return ReferenceTable.read(path, COLUMNS, false, problems).rows().stream()
                .map(row -> department(row, seen))
                .toList();
    }

    private static Department department(ReferenceRow row, Set<String> seen) {
        if (row.text("successor").isEmpty() != row.text("since").isEmpty()) {
            row.problem(
                    "DEPARTMENT_SUCCESSOR_INCOMPLETE",
                    "successor 与 since 应同时填写或同时为空",
                    "successor and since must both be given or both be empty");
        }
        return new Department(row.code("code", CODE, seen), row.title(), row.optional("successor"), row.year("since"));
    }
}
