package org.wenheng.ingest.generate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.wenheng.ingest.reference.Element;

/** Turns a report into the bytes of its file: a workbook with a sheet per form, or the long CSV. */
final class ReportWriter {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final String CREATED = "<dcterms:created[^<]*</dcterms:created>";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Map<String, Element> elements;
    private final SheetWriter sheets;

    ReportWriter(Map<String, Element> elements, GenerateSettings settings) {
        this.elements = elements;
        this.sheets = new SheetWriter(elements, settings);
    }

    byte[] write(Report report) {
        try {
            return switch (report.format()) {
                case WORKBOOK -> withoutTimes(workbook(report));
                case CSV_UTF8 -> csv(report, StandardCharsets.UTF_8, BYTE_ORDER_MARK);
                case CSV_GB18030 -> csv(report, Charset.forName("GB18030"), new byte[0]);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + report.path(), e);
        }
    }

    private byte[] workbook(Report report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "wenheng", "1.0")) {
            workbook.setCompressionLevel(0);
            for (Sheet sheet : report.sheets()) {
                sheets.write(sheet, workbook.newWorksheet(sheet.form().title().chinese()));
            }
        }
        return bytes.toByteArray();
    }

    /** The workbook packed again without the time of writing, so that equal contents are equal bytes. */
    private static byte[] withoutTimes(byte[] workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                byte[] part = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("docProps/core.xml")) {
                    part = new String(part, StandardCharsets.UTF_8)
                            .replaceAll(CREATED, "")
                            .getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(NO_TIME);
                out.putNextEntry(copy);
                out.write(part);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private byte[] csv(Report report, Charset charset, byte[] mark) throws IOException {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("报送单位代码", "报告期", "表号", "机构编码", "机构名称", "数据元代码", "计量单位", "数值", "数据性质")
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (Sheet sheet : report.sheets()) {
                for (SheetRow row : sheet.rows()) {
                    for (int i = 0; i < row.given().size(); i++) {
                        String code = sheet.form().elements().get(i);
                        Element element = elements.get(code);
                        printer.printRecord(
                                sheet.regionCode(),
                                sheet.period().code(),
                                sheet.form().code(),
                                row.code(),
                                row.name(),
                                code,
                                element == null ? "" : element.unit(),
                                row.given().get(i),
                                "synthetic");
                    }
                }
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(mark);
        bytes.write(text.toString().getBytes(charset));
        return bytes.toByteArray();
    }
}
