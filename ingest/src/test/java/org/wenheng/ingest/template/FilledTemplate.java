package org.wenheng.ingest.template;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.submission.Known;

/** Templates of the catalogue that comes with the project, and what a reporter does with them. */
public final class FilledTemplate {
    public static final Catalogue JILIN =
            Catalogues.load(Path.of(System.getProperty("wenheng.home", "."), "ingest", "catalogues", "jilin"));
    public static final Instant MADE = Instant.parse("2026-10-20T08:00:00Z");

    private FilledTemplate() {}

    public static Region region(String code) {
        return JILIN.findRegion(code).orElseThrow();
    }

    /** The template of Nanguan District for a period. */
    public static byte[] template(String period, Known known, KnownFacilities facilities, String... forms) {
        return new Templates(JILIN, known, facilities, MADE)
                .of(region("220102"), Period.parse(period).orElseThrow(), Set.of(forms))
                .orElseThrow()
                .bytes();
    }

    /** The workbook after somebody worked in it. */
    public static byte[] changed(byte[] workbook, Consumer<XSSFWorkbook> work) {
        try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            work.accept(opened);
            opened.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell, made if it is not there. */
    public static XSSFCell cell(XSSFWorkbook workbook, String sheet, String address) {
        CellReference at = new CellReference(address);
        var found = Objects.requireNonNull(workbook.getSheet(sheet), sheet);
        XSSFRow row = found.getRow(at.getRow());
        return (row == null ? found.createRow(at.getRow()) : row)
                .getCell(at.getCol(), MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }
}
