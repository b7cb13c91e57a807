package org.wenheng.analytics.export;

import java.math.BigDecimal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.format.Archive;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;

/**
 * Checks a package as its receiver: structure, hashes, signature, and that everything in it says the same. All problems at
 * once; a file that cannot be read is one problem and the others are still checked.
 */
public final class PackageCheck {
    private final Problems problems = new Problems();
    private final Map<String, byte[]> files = new TreeMap<>();

    private PackageCheck() {}

    /**
     * The problems of a package; none if it is whole.
     *
     * @param name of the file, for the problems
     * @param key whose signature it must bear; without one a signature is not verified
     */
    public static List<Problem> check(String name, byte[] zip, Optional<PublicKey> key) {
        PackageCheck check = new PackageCheck();
        if (check.unpack(name, zip)) {
            check.checkFiles(key);
        }
        return check.problems.found();
    }

    private boolean unpack(String name, byte[] zip) {
        if (zip.length > Content.LARGEST || !Archive.mayBe("", zip)) {
            wrong("PACKAGE_NOT_A_ZIP", name, zip.length + " B", "zip ≤ %d MB".formatted(Content.LARGEST >> 20));
            return false;
        }
        Archive archive = Archive.unpack(name, zip);
        Fault fault = archive.fault();
        if (fault != null) {
            wrong(fault.code().name(), name, fault.given() + " " + fault.cell(), "a package as it was made");
            return false;
        }
        archive.entries().forEach(entry -> files.put(entry.name().substring(name.length() + 1), entry.bytes()));
        List<String> expected = new ArrayList<>(AssessmentPackage.LISTED);
        expected.add(AssessmentPackage.PACKAGE);
        expected.stream()
                .filter(file -> !files.containsKey(file))
                .forEach(file -> wrong("PACKAGE_FILE_MISSING", file, "-", file));
        expected.add(AssessmentPackage.SIGNATURE);
        files.keySet().stream()
                .filter(file -> !expected.contains(file))
                .forEach(file -> wrong("PACKAGE_FILE_UNKNOWN", file, file, String.join(", ", expected)));
        return true;
    }

    private void checkFiles(Optional<PublicKey> key) {
        Object described = document(AssessmentPackage.PACKAGE, AssessmentPackage.PACKAGE_SHAPE);
        if (described != null) {
            checkHashes(new ScoresJson.JsonObject(described));
            checkSignature(new ScoresJson.JsonObject(described).flag("signed"), key);
        }
        byte[] schema = files.get(AssessmentPackage.SCHEMA);
        if (schema != null && !Arrays.equals(schema, ScoresJson.schema())) {
            wrong(
                    "PACKAGE_SCHEMA_DIFFERS",
                    AssessmentPackage.SCHEMA,
                    AssessmentPackage.sha256(schema),
                    AssessmentPackage.sha256(ScoresJson.schema()));
        }
        Object scores = document(AssessmentPackage.SCORES, ScoresJson.SHAPE);
        if (scores == null) {
            return;
        }
        Assessment assessment = ScoresJson.read(scores);
        ScoreCheck.check(assessment, problems);
        checkRepeated(assessment, scores, described);
        ScoreSheet table = ScoreSheet.of(assessment);
        checkTable(AssessmentPackage.CSV, 1, table);
        checkTable(AssessmentPackage.WORKBOOK, ScoresWorkbook.HEADINGS, table);
    }

    /** A document of its declared shape; null, and the problems told, if it is none. */
    private @Nullable Object document(String file, Shape shape) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            return null;
        }
        int before = problems.found().size();
        Object document = null;
        try {
            document = Json.read(bytes);
            shape.check(
                    document,
                    "",
                    (where, expected) -> wrong("PACKAGE_STRUCTURE", file + " " + where, "another", expected));
        } catch (Json.MalformedException e) {
            wrong("PACKAGE_JSON_MALFORMED", file, String.valueOf(e.getMessage()), "JSON (RFC 8259)");
        }
        return problems.found().size() == before ? document : null;
    }

    private void checkHashes(ScoresJson.JsonObject described) {
        Map<String, String> listed = new LinkedHashMap<>();
        described
                .list("files", file -> Map.entry(file.text("name"), file.text("sha256")))
                .forEach(file -> listed.put(file.getKey(), file.getValue()));
        for (String file : AssessmentPackage.LISTED) {
            byte[] bytes = files.get(file);
            String expected = listed.getOrDefault(file, "-");
            if (bytes != null && !AssessmentPackage.sha256(bytes).equals(expected)) {
                wrong("PACKAGE_HASH_DIFFERS", file, AssessmentPackage.sha256(bytes), expected);
            }
        }
    }

    private void checkSignature(boolean signed, Optional<PublicKey> key) {
        boolean there = files.containsKey(AssessmentPackage.SIGNATURE);
        if (signed != there || (key.isPresent() && !there)) {
            wrong(
                    "PACKAGE_SIGNATURE_MISSING",
                    AssessmentPackage.SIGNATURE,
                    there ? "signed: false" : "-",
                    key.isPresent() ? "signature by the key given" : "signed: " + signed);
        }
        Object document = document(AssessmentPackage.SIGNATURE, AssessmentPackage.SIGNATURE_SHAPE);
        byte[] bytes = files.get(AssessmentPackage.PACKAGE);
        if (document != null && bytes != null && key.isPresent()) {
            String signature = new ScoresJson.JsonObject(document).text("signature");
            if (!Signature.isBy(key.get(), bytes, signature)) {
                wrong("PACKAGE_SIGNATURE_WRONG", AssessmentPackage.SIGNATURE, signature, "signature by the key given");
            }
        }
    }

    /** What a document says twice: it is made again from the assessment and must be the same. */
    private void checkRepeated(Assessment assessment, Object scores, @Nullable Object described) {
        try {
            if (!Objects.equals(Json.read(ScoresJson.write(assessment)), scores)) {
                wrong("PACKAGE_CAVEATS_DIFFER", AssessmentPackage.SCORES, "caveats", "caveats of head and nodes");
            }
            if (described != null) {
                boolean signed = new ScoresJson.JsonObject(described).flag("signed");
                byte[] again = AssessmentPackage.describe(assessment, new TreeMap<>(files), signed);
                Map<?, ?> expected = (Map<?, ?>) Objects.requireNonNull(Json.read(again));
                expected.forEach((field, value) -> {
                    Object given = ((Map<?, ?>) described).get(field);
                    if (!field.equals("files") && !Objects.equals(given, value)) {
                        wrong(
                                "PACKAGE_HEADS_DIFFER",
                                AssessmentPackage.PACKAGE + " /" + field,
                                String.valueOf(given),
                                String.valueOf(value));
                    }
                });
            }
        } catch (Json.MalformedException e) {
            throw new IllegalStateException("What was written here can be read here", e);
        }
    }

    private void checkTable(String file, int headings, ScoreSheet table) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            return;
        }
        Content content = Content.of(file, bytes, null);
        Fault fault = content.fault();
        Optional<Sheet> found = content.sheets().stream()
                .filter(sheet -> headings == 1 || sheet.name().equals(ScoresWorkbook.SCORES))
                .findFirst();
        if (fault != null || found.isEmpty()) {
            wrong(
                    "PACKAGE_TABLE_UNREADABLE",
                    file,
                    fault == null ? "-" : fault.code().name(),
                    ScoresWorkbook.SCORES);
            return;
        }
        List<List<@Nullable Object>> expected = new ArrayList<>();
        expected.add(
                new ArrayList<>(table.columns().stream().map(ScoreSheet::both).toList()));
        expected.addAll(table.rows());
        Sheet sheet = found.get();
        int last = sheet.rows().isEmpty()
                ? 0
                : sheet.rows().get(sheet.rows().size() - 1).number();
        if (last != headings + table.rows().size()) {
            wrong(
                    "PACKAGE_ROWS_DIFFER",
                    file,
                    last + " rows",
                    headings + table.rows().size() + " rows");
        }
        for (int i = 0; i < expected.size(); i++) {
            List<@Nullable Object> row = expected.get(i);
            List<String> texts = sheet.row(headings + i).texts();
            for (int column = 0; column < Math.max(row.size(), texts.size()); column++) {
                String given = column < texts.size() ? texts.get(column) : "";
                Object cell = column < row.size() ? row.get(column) : null;
                String text = headings == 1 ? ScoresCsv.cell(cell) : ScoreSheet.text(cell);
                if (!given.equals(text) && !isNumber(given, cell)) {
                    wrong("PACKAGE_TABLES_DIFFER", file + " " + Sheet.address(column, headings + i), given, text);
                }
            }
        }
    }

    /** A workbook keeps numbers in binary, so the same number may be written in other digits. */
    private static boolean isNumber(String given, @Nullable Object cell) {
        try {
            return cell instanceof BigDecimal number && Double.parseDouble(given) == number.doubleValue();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void wrong(String code, String where, String given, String expected) {
        problems.add(
                code,
                where,
                "为 \"%s\",应为 \"%s\"".formatted(given, expected),
                "It is \"%s\" (expected: \"%s\")".formatted(given, expected));
    }
}
