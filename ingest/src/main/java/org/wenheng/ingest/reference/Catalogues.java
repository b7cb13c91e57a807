package org.wenheng.ingest.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Opens the folders in which catalogues stand. */
public final class Catalogues {
    private Catalogues() {}

    /**
     * Loads a catalogue: {@code catalogue.yml}, {@code regions.csv}, {@code elements.csv}, {@code departments.csv} and
     * Loads a catalogue: {@code catalogue.yml}, {@code regions.csv}, {@code elements.csv}, {@code departments.csv} and
     * {@code forms.yml}; where they are there also {@code checks.yml}, {@code former-regions.csv},
     * {@code region-changes.csv} and {@code region-overlaps.csv}; and the calendar that it names,
     * {@code ../../calendars/<name>}. Files are UTF-8. Other files of the folder belong to other readers.
     *
     * @param folder its name is the code of the catalogue
     * @throws InputRefusedException with everything that is wrong in any of the files, by file and line
     */
    public static Catalogue load(Path folder) {
        Problems problems = new Problems();
        if (!Files.isDirectory(folder)) {
            throw InputRefusedException.of(
                    "CATALOGUE_FOLDER_MISSING",
                    folder.toString(),
                    "没有这个目录文件夹,请检查路径",
                    "There is no such catalogue folder; check the path");
        }
        YamlNode head =
                open(folder.resolve("catalogue.yml"), problems).only("code", "title", "sources", "zone", "calendar");
        String code = readCode(head.get("code"), folder);
        Title title = Title.of(head.get("title"));
        head.get("sources").items().forEach(Catalogues::checkSource);
        List<Department> departments = DepartmentsReader.read(folder.resolve("departments.csv"), problems);
        Map<Region, ReferenceRow> present = RegionsReader.read(folder.resolve("regions.csv"), problems);
        List<Region> regions = List.copyOf(present.keySet());
        RegionHistory history = readHistory(folder, present, problems);
        List<RegionOverlap> overlaps = RegionOverlap.readAll(folder.resolve("region-overlaps.csv"), regions, problems);
        Map<String, Element> elements = ElementsReader.read(folder.resolve("elements.csv"), departments, problems);
        Timetable timetable = readTimetable(head, folder, problems);
        List<Form> forms =
                new FormsReader(regions, elements, departments, timetable, problems).read(folder.resolve("forms.yml"));
        FieldChecks checks = FieldChecksReader.read(folder.resolve("checks.yml"), elements, problems);
        problems.throwIfAny(folder.toString());
        return Catalogue.of(code, title, regions, List.copyOf(elements.values()), departments, forms)
                .with(history, overlaps)
                .with(checks)
                .with(timetable);
    }

    /**
     * Loads only the regions of a catalogue, their history checked.
     *
     * @throws InputRefusedException with everything that is wrong in the region files, by file and line
     */
    public static RegionHistory loadRegions(Path folder) {
        Problems problems = new Problems();
        Map<Region, ReferenceRow> present = RegionsReader.read(folder.resolve("regions.csv"), problems);
        RegionHistory history = readHistory(folder, present, problems);
        problems.throwIfAny(folder.toString());
        return history;
    }

    private static RegionHistory readHistory(Path folder, Map<Region, ReferenceRow> present, Problems problems) {
        Path formerFile = folder.resolve("former-regions.csv");
        Path changesFile = folder.resolve("region-changes.csv");
        Map<Region, ReferenceRow> rows = new LinkedHashMap<>(present);
        if (Files.isRegularFile(formerFile)) {
            Set<String> codes = present.keySet().stream().map(Region::code).collect(Collectors.toSet());
            RegionsReader.readFormer(formerFile, codes, problems).forEach(rows::putIfAbsent);
        }
        Map<RegionChange, ReferenceRow> changes =
                Files.isRegularFile(changesFile) ? RegionChangesReader.read(changesFile, problems) : Map.of();
        RegionHistory history = new RegionHistory(rows.keySet(), changes.keySet());
        new RegionHistoryCheck(history, rows, changes).run();
        return history;
    }

    /** Calendars stand beside the folder of the catalogues: they belong to a country, not to a programme. */
    private static Timetable readTimetable(YamlNode head, Path folder, Problems problems) {
        ZoneId zone =
                head.get("zone").optionalText().map(text -> zone(text, head)).orElse(ZoneOffset.UTC);
        Path calendars = folder.toAbsolutePath().normalize().resolveSibling("../calendars");
        WorkingCalendar calendar = head.get("calendar")
                .optionalText()
                .map(text -> CalendarReader.read(head.get("calendar"), calendars.resolve(text), problems))
                .orElse(WorkingCalendar.EVERY_DAY);
        return new Timetable(zone, calendar);
    }

    private static ZoneId zone(String text, YamlNode head) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            head.get("zone")
                    .problem(
                            "CATALOGUE_ZONE_UNKNOWN",
                            "不认识的时区 \"%s\"(应如 Asia/Shanghai)".formatted(text),
                            "Unknown time zone \"%s\" (expected: a name such as Asia/Shanghai)".formatted(text));
            return ZoneOffset.UTC;
        }
    }

    /** The root of a YAML file of a catalogue; a problem and an absent node if the file is not there. */
    static YamlNode open(Path path, Problems problems) {
        if (Files.isRegularFile(path)) {
            return YamlFile.read(path, problems);
        }
        String file = String.valueOf(path.getFileName());
        problems.add("REFERENCE_FILE_MISSING", file, "目录缺少文件 " + file, "The catalogue has no file " + file);
        return YamlFile.parse(file, "{}", problems);
    }

    private static String readCode(YamlNode node, Path folder) {
        String code = node.text();
        String folderName = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        if (!code.isEmpty() && !code.equals(folderName)) {
            node.problem(
                    "CATALOGUE_CODE_NOT_FOLDER",
                    "目录代码 \"%s\" 应与文件夹名 \"%s\" 一致".formatted(code, folderName),
                    "The code \"%s\" must be the name of the folder, \"%s\"".formatted(code, folderName));
        }
        return code;
    }

    private static void checkSource(YamlNode source) {
        source.only("title", "holds", "certainty");
        Title.of(source.get("title"));
        source.get("holds").text();
        source.get("certainty").text();
    }
}
