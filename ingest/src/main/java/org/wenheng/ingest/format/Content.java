package org.wenheng.ingest.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a file. What the bytes are decides the format; the name only tells what the sender believes.
 *
 * @param sheets empty if the file could not be read
 * @param encoding what the file is, or how its bytes were read as text, and why
 * @param fault why the file could not be read; null if it could
 */
public record Content(
        List<Sheet> sheets, String encoding, @Nullable Fault fault) {
    /** Files above this size are refused before they are read: 64 MB. */
    public static final int LARGEST = 64 * 1024 * 1024;

    private static final Pattern DECLARED_IN_PAGE = Pattern.compile(
            "(?i)<(?:meta[^>]{0,200}charset|\\?xml[^>]{0,200}encoding)\\s*=\\s*[\"']?(\\w[-\\w]{1,20})");

    /**
     * Reads a file.
     *
     * @param name the name under which it was sent
     * @param declaredEncoding what the source declares for text files; null if it declares nothing
     */
    public static Content of(String name, byte[] bytes, @Nullable String declaredEncoding) {
        if (bytes.length == 0) {
            return refused(FaultCode.FILE_EMPTY, name);
        }
        if (bytes.length > LARGEST) {
            return tooLarge(name);
        }
        try {
            Content content =
                    FileKind.of(bytes) == FileKind.TEXT ? text(name, bytes, declaredEncoding) : binary(name, bytes);
            return content.fault == null && content.sheets.isEmpty()
                    ? refused(FaultCode.FILE_WITHOUT_CELLS, name)
                    : content;
        } catch (UnreadableException e) {
            return new Content(List.of(), "unreadable", e.fault());
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // The libraries report damaged parts with many kinds of exception; for the sender they are one thing.
            return refused(FaultCode.FILE_DAMAGED, name);
        }
    }

    /** The content of a file that was not read because it is larger than {@link #LARGEST}. */
    public static Content tooLarge(String name) {
        return new Content(
                List.of(),
                "unreadable",
                new Fault(FaultCode.FILE_TOO_LARGE, "", "", name, "%d MB".formatted(LARGEST >> 20)));
    }

    private static Content refused(FaultCode code, String given) {
        return new Content(List.of(), "unreadable", Fault.ofFile(code, given));
    }

    private static Content binary(String name, byte[] bytes) throws IOException, XMLStreamException {
        return switch (FileKind.of(bytes)) {
            case ZIP -> zip(name, bytes);
            case OLE2 -> new Content(OldOffice.read(name, bytes), "xls: BIFF8", null);
            case OLD_WORKBOOK -> refused(FaultCode.FILE_OLD_WORKBOOK, name);
            case PDF -> unreadable(name, "PDF");
            case RAR -> unreadable(name, "RAR");
            case SEVEN_ZIP -> unreadable(name, "7z");
            case GZIP -> unreadable(name, "gzip");
            case PICTURE -> unreadable(name, "图片 picture");
            case TEXT -> throw new IllegalStateException("Text is read as text");
        };
    }

    private static Content zip(String name, byte[] bytes) throws IOException, XMLStreamException {
        try (ZipParts parts = ZipParts.open(name, bytes)) {
            if (parts.has("xl/workbook.bin")) {
                return unreadable(name, "xlsb");
            }
            if (parts.has(OdsFile.CONTENT)) {
                return new Content(OdsFile.read(name, parts), "ods: OpenDocument", null);
            }
            if (parts.has("xl/workbook.xml") || parts.has("[Content_Types].xml")) {
                return parts.has("word/document.xml") || parts.has("ppt/presentation.xml")
                        ? unreadable(name, "docx, pptx")
                        : new Content(XlsxFile.read(name, parts), "xlsx: Office Open XML", null);
            }
        }
        if (!Archive.fits(name, bytes)) {
            return refused(FaultCode.FILE_NOT_A_WORKBOOK, name);
        }
        Archive archive = Archive.unpack(name, bytes);
        return archive.fault() != null
                ? new Content(List.of(), "unreadable", archive.fault())
                : new Content(
                        List.of(),
                        "zip: " + archive.entries().size() + " files",
                        new Fault(
                                FaultCode.FILE_UNPACKED,
                                "",
                                "",
                                name,
                                String.valueOf(archive.entries().size())));
    }

    private static Content unreadable(String name, String kind) {
        return new Content(List.of(), "unreadable", new Fault(FaultCode.FILE_KIND_UNREADABLE, "", "", name, kind));
    }

    private static Content text(String name, byte[] bytes, @Nullable String declaredEncoding)
            throws IOException, XMLStreamException {
        String declared = declaredEncoding == null ? declaredInPage(bytes) : declaredEncoding;
        Optional<Decoding> decoding = Decoding.of(bytes, declared);
        if (decoding.isEmpty()) {
            return new Content(List.of(), "unreadable", Decoding.doubt(name, bytes, declared));
        }
        String text = decoding.get().text();
        String encoding = decoding.get().summary();
        if (text.indexOf('\0') >= 0) {
            return refused(FaultCode.FILE_NUL_BYTES, name);
        }
        if (text.isBlank()) {
            return refused(FaultCode.FILE_EMPTY, name);
        }
        if (HtmlPage.fits(text)) {
            return new Content(HtmlPage.read(name, text), "html, " + encoding, null);
        }
        if (XmlWorkbook.fits(text)) {
            return new Content(XmlWorkbook.read(name, text), "xml: SpreadsheetML 2003, " + encoding, null);
        }
        if (text.stripLeading().startsWith("<?xml")) {
            return text.substring(0, Math.min(text.length(), 1_000)).contains("<office:document")
                    ? new Content(OdsFile.readFlat(name, text), "fods: OpenDocument, " + encoding, null)
                    : unreadable(name, "XML");
        }
        if (text.regionMatches(true, 0, "MIME-Version:", 0, 13)) {
            return unreadable(name, "MHTML");
        }
        if (text.startsWith("{\\rtf")) {
            return unreadable(name, "RTF");
        }
        if (JsonFile.fits(text)
                && (endsWith(name, "json", "ndjson", "jsonl") || !CsvFile.isTable(text) || isJson(text))) {
            return new Content(JsonFile.read(name, text), "json, " + encoding, null);
        }
        if (endsWith(name, "xls", "xlsx", "xlsm", "ods", "et") && !CsvFile.isTable(text)) {
            return refused(FaultCode.FILE_NOT_A_WORKBOOK, name);
        }
        String separator = CsvFile.delimiter(text) == ',' ? "" : CsvFile.delimiter(text) == ';' ? ", ;" : ", tab";
        return new Content(CsvFile.read(name, text), encoding + separator, null);
    }

    /** JSON holds commas too; what ends as it begins is taken for JSON. */
    private static boolean isJson(String text) {
        String body = text.strip();
        return (body.charAt(0) == '{' && body.endsWith("}")) || (body.charAt(0) == '[' && body.endsWith("]"));
    }

    /** What a page or an XML document says of itself near its beginning; null if it says nothing or what nobody knows. */
    private static @Nullable String declaredInPage(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 2_048), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED_IN_PAGE.matcher(start);
        if (start.indexOf('<') < 0 || !matcher.find() || !Charset.isSupported(matcher.group(1))) {
            return null;
        }
        // Pages say gb2312 and mean its superset.
        return matcher.group(1).toLowerCase(Locale.ROOT).startsWith("gb") ? "GB18030" : matcher.group(1);
    }

    private static boolean endsWith(String name, String... endings) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return List.of(endings).contains(ending);
    }
}
