package org.wenheng.ingest.generate;

import java.util.List;

/**
 * What one region sends for one month.
 *
 * @param folder the month, {@code 2024-05}
 * @param name file name without its ending
 * @param fate whether and how it is sent
 * @param sheets the filled forms, planted mistakes included
 * @param planted what was planted
 */
record Report(String folder, String name, Format format, Fate fate, List<Sheet> sheets, List<Planted> planted) {

    enum Format {
        WORKBOOK("xlsx"),
        CSV_UTF8("csv"),
        CSV_GB18030("csv");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }
    }

    enum Fate {
        IN_TIME,
        LATE,
        TWICE,
        MISSING
    }

    Report {
        sheets = List.copyOf(sheets);
        planted = List.copyOf(planted);
    }

    /** The path below the output folder. */
    String path() {
        return path("");
    }

    /** The path of the second copy of a report that is sent twice. */
    String copyPath() {
        return path("-copy");
    }

    private String path(String suffix) {
        return folder + "/" + name + suffix + "." + format.ending;
    }

    /** The number of values it holds. */
    int cells() {
        return sheets.stream().mapToInt(Sheet::cells).sum();
    }
}
