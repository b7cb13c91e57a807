package org.wenheng.analytics.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Title;

/**
 * The package as the bytes of a zip file. Entries are sorted and stored, their time is fixed, the moment of making is one that
 * the caller gives: the same assessment and the same key give the same bytes.
 */
public final class AssessmentPackage {
    /** Version of the package's format; one more whenever a field changes its meaning. */
    public static final int FORMAT = 1;

    static final String PACKAGE = "package.json";
    static final String SIGNATURE = "signature.json";
    static final String SCORES = "scores.json";
    static final String SCHEMA = "scores.schema.json";
    static final String CSV = "scores.csv";
    static final String WORKBOOK = "scores.xlsx";

    /** What {@code package.json} lists. */
    static final List<String> LISTED = List.of(CSV, SCORES, SCHEMA, WORKBOOK);

    /** What {@code package.json} must be like. */
    static final Shape PACKAGE_SHAPE = Shape.fields(
            "format", new Shape.Numeric(FORMAT, FORMAT, true),
            "dataNature", Shape.TITLE,
            "origin", ScoresJson.ORIGIN,
            "scheme", Shape.CODE,
            "schemeVersion", Shape.CODE,
            "schemeHash", ScoresJson.HASH,
            "period", Shape.CODE,
            "run", Shape.CODE,
            "generatedAt", ScoresJson.MOMENT,
            "signed", new Shape.Flag(),
            "caveats", new Shape.ListOf(Shape.TITLE),
            "files", new Shape.ListOf(Shape.fields("name", new Shape.Choice(LISTED), "sha256", ScoresJson.HASH)));

    /** What {@code signature.json} must be like. */
    static final Shape SIGNATURE_SHAPE = Shape.fields(
            "algorithm", new Shape.Choice(List.of(Signature.ALGORITHM)),
            "file", new Shape.Choice(List.of(PACKAGE)),
            "signature", new Shape.Text("[A-Za-z0-9+/]{86}=="));

    /** Local to the entry, without a zone: the earliest time that a zip can hold is 1980. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private AssessmentPackage() {}

    /**
     * Makes the package.
     *
     * @param key signs {@code package.json}; without one the package says that it is not signed
     */
    public static byte[] of(Assessment assessment, Optional<PrivateKey> key) {
        ScoreSheet sheet = ScoreSheet.of(assessment);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(SCORES, ScoresJson.write(assessment));
        files.put(SCHEMA, ScoresJson.schema());
        files.put(CSV, ScoresCsv.write(sheet));
        files.put(WORKBOOK, ScoresWorkbook.write(assessment, sheet, key.isPresent()));
        byte[] described = describe(assessment, files, key.isPresent());
        files.put(PACKAGE, described);
        key.ifPresent(signer -> files.put(
                SIGNATURE,
                Json.write(ScoresJson.map(
                        "algorithm",
                        Signature.ALGORITHM,
                        "file",
                        PACKAGE,
                        "signature",
                        Signature.sign(described, signer)))));
        return zip(files);
    }

    static byte[] describe(Assessment assessment, SortedMap<String, byte[]> files, boolean signed) {
        Assessment.Head head = assessment.head();
        List<Title> caveats = new ArrayList<>(Caveats.of(head));
        if (!signed) {
            caveats.add(Caveats.UNSIGNED);
        }
        List<@Nullable Object> listed = new ArrayList<>();
        LISTED.forEach(name ->
                listed.add(ScoresJson.map("name", name, "sha256", sha256(files.getOrDefault(name, new byte[0])))));
        return Json.write(ScoresJson.map(
                "format", FORMAT,
                "dataNature", ScoresJson.title(Caveats.nature(head.origin())),
                "origin", head.origin(),
                "scheme", head.scheme(),
                "schemeVersion", head.schemeVersion(),
                "schemeHash", head.schemeHash(),
                "period", head.period(),
                "run", head.run(),
                "generatedAt", head.generatedAt(),
                "signed", signed,
                "caveats", ScoresJson.titles(caveats),
                "files", listed));
    }

    /** Stored, not deflated: deflate's bytes depend on the zlib that the Java platform brings. */
    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                CRC32 checksum = new CRC32();
                checksum.update(file.getValue());
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(TIME);
                entry.setSize(file.getValue().length);
                entry.setCrc(checksum.getValue());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A zip in memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
