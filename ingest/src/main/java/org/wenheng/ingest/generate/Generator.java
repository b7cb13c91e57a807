package org.wenheng.ingest.generate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/** Makes the reports of a catalogue's regions. Pure: the same seed gives the same reports in any order. */
final class Generator {
    private static final String NOT_APPLICABLE = "—";

    private final Catalogue catalogue;
    private final GenerateSettings settings;
    private final Chance chance;

    Generator(Catalogue catalogue, GenerateSettings settings, long seed) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.chance = new Chance(seed);
    }

    /** The regions that have a form to fill, in the order of the catalogue. */
    List<Region> reporters() {
        return catalogue.regions().values().stream()
                .filter(region -> !catalogue.formsOf(region).isEmpty())
                .toList();
    }

    /** The reports of a region, one a month in which a form is due, those that it fails to send included. */
    List<Report> reports(Region region, Period firstMonth, int months) {
        RegionValues values = new RegionValues(catalogue, settings, region, chance);
        List<Report> reports = new ArrayList<>();
        Period month = firstMonth;
        for (int i = 0; i < months; i++) {
            List<Sheet> sheets = sheets(region, month, values);
            if (!sheets.isEmpty()) {
                reports.add(report(region, month, sheets));
            }
            month = month.next();
        }
        return reports;
    }

    /** A form goes out with the last month of its period; one that is due while its period runs, with the first. */
    static boolean isSentWith(Form form, Period month) {
        List<Period> parts = month.within(form.frequency()).parts(Frequency.MONTH);
        return month.equals(form.times().isDueWithinPeriod() ? parts.get(0) : parts.get(parts.size() - 1));
    }

    private List<Sheet> sheets(Region region, Period month, RegionValues values) {
        return catalogue.formsOf(region).stream()
                .filter(form -> !settings.notGenerated().contains(form.code()))
                .filter(form -> isSentWith(form, month))
                .map(form -> sheet(form, region, month.within(form.frequency()), values))
                .filter(sheet -> !sheet.rows().isEmpty())
                .toList();
    }

    private Sheet sheet(Form form, Region region, Period period, RegionValues values) {
        String type = form.facilityType();
        if (type == null) {
            List<String> given = given(form, period, values, null);
            return new Sheet(form, region.code(), region, period, List.of(new SheetRow("", "", given)));
        }
        List<SheetRow> rows = Facility.of(type, region, settings.facilities()).stream()
                .map(facility -> new SheetRow(facility.code(), facility.name(), given(form, period, values, facility)))
                .toList();
        return new Sheet(form, region.code(), region, period, rows);
    }

    private List<String> given(Form form, Period period, RegionValues values, @Nullable Facility facility) {
        List<String> given = new ArrayList<>();
        for (String code : form.elements()) {
            String text = values.text(code, period, facility);
            given.add(text == null ? NOT_APPLICABLE : text);
        }
        return given;
    }

    private Report report(Region region, Period month, List<Sheet> sheets) {
        Report.Fate fate = fate(region, month);
        String name = region.code() + "-" + month.code() + (fate == Report.Fate.LATE ? "-late" : "");
        Report report = new Report(month.code(), name, format(region), fate, sheets, List.of());
        if (fate == Report.Fate.MISSING || chance.uniform("mistake", name) >= settings.mistakeShare()) {
            return report;
        }
        int drawn = chance.below(settings.mistakes().size(), "mistake-kind", name);
        return new MistakePlanter(catalogue.elements(), chance)
                .plant(report, settings.mistakes().get(drawn));
    }

    private Report.Fate fate(Region region, Period month) {
        double drawn = chance.uniform("fate", region.code(), month.code());
        if (drawn < settings.missing()) {
            return Report.Fate.MISSING;
        }
        if (drawn < settings.missing() + settings.late()) {
            return Report.Fate.LATE;
        }
        return drawn < settings.missing() + settings.late() + settings.twice()
                ? Report.Fate.TWICE
                : Report.Fate.IN_TIME;
    }

    private Report.Format format(Region region) {
        double drawn = chance.uniform("format", region.code());
        if (drawn >= settings.csvReporters()) {
            return Report.Format.WORKBOOK;
        }
        return drawn < settings.csvReporters() / 2 ? Report.Format.CSV_UTF8 : Report.Format.CSV_GB18030;
    }
}
