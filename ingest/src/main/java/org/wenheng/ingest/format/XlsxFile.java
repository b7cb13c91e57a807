package org.wenheng.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a workbook in the Office Open XML format (ECMA-376, transitional and strict), part by part and cell by cell. Our own
 * walk over the XML and not a library's: the merged blocks, the shown dates and the bounds on memory need every tag anyway.
 */
final class XlsxFile {
    private static final String WORKBOOK = "xl/workbook.xml";

    private final String file;
    private final ZipParts parts;
    private final Grid grid;
    private final List<String> strings = new ArrayList<>();
    private final List<CellFormat> formats = new ArrayList<>();
    private boolean since1904;

    private XlsxFile(String file, ZipParts parts) {
        this.file = file;
        this.parts = parts;
        this.grid = new Grid(file);
    }

    /** What a sheet's cells refer to. */
    record Shared(List<String> strings, List<CellFormat> formats, boolean since1904) {}

    private record Target(String type, String part) {}

    private record Entry(String name, String relation, boolean hidden) {}

    static List<Sheet> read(String file, ZipParts parts) throws IOException, XMLStreamException {
        return new XlsxFile(file, parts).read();
    }

    private List<Sheet> read() throws IOException, XMLStreamException {
        String workbook = mainPart();
        int folderEnd = workbook.lastIndexOf('/') + 1;
        String folder = workbook.substring(0, folderEnd);
        Map<String, Target> targets = relations(folder + "_rels/" + workbook.substring(folderEnd) + ".rels", folder);
        List<Entry> entries = entries(workbook);
        for (Target target : targets.values()) {
            if (target.type().equals("sharedStrings")) {
                readStrings(target.part());
            } else if (target.type().equals("styles")) {
                readFormats(target.part());
            }
        }
        Shared shared = new Shared(strings, formats, since1904);
        for (Entry entry : entries) {
            Target target = targets.get(entry.relation());
            if (target == null) {
                throw new IOException("Sheet without a part: " + entry.name());
            }
            if (target.type().equals("worksheet")) {
                grid.begin(entry.name(), entry.hidden());
                try (XmlPart xml = parts.xml(target.part())) {
                    XlsxSheet.read(file, xml, shared, grid);
                }
                grid.end();
            }
        }
        return grid.sheets();
    }

    private String mainPart() throws IOException, XMLStreamException {
        if (!parts.has("_rels/.rels")) {
            return WORKBOOK;
        }
        return relations("_rels/.rels", "").values().stream()
                .filter(target -> target.type().equals("officeDocument"))
                .map(Target::part)
                .findFirst()
                .orElse(WORKBOOK);
    }

    private Map<String, Target> relations(String part, String folder) throws IOException, XMLStreamException {
        Map<String, Target> targets = new HashMap<>();
        try (XmlPart xml = parts.xml(part)) {
            while (xml.next()) {
                if (xml.starts("Relationship")
                        && !xml.attribute("TargetMode", "").equals("External")) {
                    String type = xml.attribute("Type", "");
                    String target = xml.attribute("Target", "").replace('\\', '/');
                    targets.put(
                            xml.attribute("Id", ""),
                            new Target(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    target.startsWith("/") ? target.substring(1) : within(folder, target)));
                }
            }
        }
        return targets;
    }

    /** A path below a folder, with its {@code ..} and {@code .} followed. */
    private static String within(String folder, String target) {
        List<String> path = new ArrayList<>();
        for (String step : (folder + target).split("/", -1)) {
            if (step.equals("..") && !path.isEmpty()) {
                path.remove(path.size() - 1);
            } else if (!step.equals(".") && !step.isEmpty()) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }

    private List<Entry> entries(String workbook) throws IOException, XMLStreamException {
        List<Entry> entries = new ArrayList<>();
        try (XmlPart xml = parts.xml(workbook)) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    since1904 = isTrue(xml.attribute("date1904", "0"));
                } else if (xml.starts("sheet")) {
                    boolean hidden = !xml.attribute("state", "visible").equals("visible");
                    entries.add(new Entry(xml.attribute("name", ""), xml.attribute("id", ""), hidden));
                }
            }
        }
        return entries;
    }

    private void readStrings(String part) throws IOException, XMLStreamException {
        if (!parts.has(part)) {
            return;
        }
        long characters = 0;
        StringBuilder text = new StringBuilder();
        try (XmlPart xml = parts.xml(part)) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    text.setLength(0);
                } else if (xml.starts("rPh")) {
                    XlsxSheet.skip(xml, "rPh");
                } else if (xml.starts("t")) {
                    XlsxSheet.appendUntil(xml, "t", text);
                } else if (xml.ends("si")) {
                    characters += text.length();
                    if (characters > Limits.CHARACTERS || strings.size() == Limits.CELLS) {
                        throw new UnreadableException(
                                FaultCode.FILE_TOO_MANY_CELLS, file, Limits.CHARACTERS + " 个字符 / characters");
                    }
                    strings.add(XlsxSheet.unescaped(text.toString()));
                }
            }
        }
    }

    private void readFormats(String part) throws IOException, XMLStreamException {
        if (!parts.has(part)) {
            return;
        }
        Map<Integer, String> codes = new HashMap<>();
        boolean ofCells = false;
        try (XmlPart xml = parts.xml(part)) {
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    codes.put(number(xml.attribute("numFmtId", "0")), xml.attribute("formatCode", ""));
                } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                    ofCells = xml.starts("cellXfs");
                } else if (ofCells && xml.starts("xf")) {
                    int id = number(xml.attribute("numFmtId", "0"));
                    if (formats.size() == Limits.FORMATS) {
                        throw new UnreadableException(
                                FaultCode.FILE_TOO_MANY_CELLS, file, Limits.FORMATS + " 种格式 / formats");
                    }
                    formats.add(CellFormat.of(id, codes.getOrDefault(id, "")));
                }
            }
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text.strip());
    }

    private static boolean isTrue(String text) {
        return text.equals("1") || text.equals("true");
    }
}
