package org.wenheng.ingest.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wenheng.ingest.check.Units;
import org.wenheng.ingest.read.OwnSheets;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.workbook.WorkbookBytes;

/**
 * Writes the workbooks that reporters fill. The period decides which forms: a month gets the monthly ones, a quarter the
 * quarterly ones, a year the yearly ones. The same inputs give the same bytes. Safe for several threads if what is known
 * is.
 */
public final class Templates {
    private final Catalogue catalogue;
    private final Units units = Units.standard();
    private final Known known;
    private final KnownFacilities facilities;
    private final Instant made;

    /**
     * The templates of a catalogue.
     *
     * @param known values that are filled in or shown beside
     * @param made the moment that the workbooks' properties state
     */
    public Templates(Catalogue catalogue, Known known, KnownFacilities facilities, Instant made) {
        this.catalogue = catalogue;
        this.known = known;
        this.facilities = facilities;
        this.made = made;
    }

    /** The forms that a region fills for a period, in the order of the catalogue. */
    public List<Form> formsOf(Region region, Period period) {
        return catalogue.formsOf(region).stream()
                .filter(form -> form.frequency() == period.frequency())
                .toList();
    }

    /**
     * The workbook of a reporter.
     *
     * @param wanted codes of the forms; empty for all that are due
     * @return empty if the region fills none of them for this kind of period
     */
    public Optional<TemplateFile> of(Region region, Period period, Set<String> wanted) {
        List<Form> forms = formsOf(region, period).stream()
                .filter(form -> wanted.isEmpty() || wanted.contains(form.code()))
                .toList();
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        String name = "%s-%s-%s".formatted(region.code(), region.name().chinese(), period.code());
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            TemplateStyles styles = new TemplateStyles(workbook);
            XSSFSheet guide = workbook.createSheet(OwnSheets.GUIDE);
            for (Form form : forms) {
                FormSheet sheet = new FormSheet(
                        workbook.createSheet(form.title().chinese()), catalogue, units, styles, form, region, period);
                if (form.facilityType() == null) {
                    RegionFormSheet.write(sheet, known);
                } else {
                    FacilityFormSheet.write(sheet, known, facilities.of(region.code(), form.facilityType()));
                }
            }
            GuideSheet.write(guide, styles, catalogue, region, period, forms);
            WorkbookBytes.state(workbook, name, made);
            return Optional.of(new TemplateFile(name + ".xlsx", WorkbookBytes.of(workbook), forms.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook in memory cannot be closed", e);
        }
    }
}
