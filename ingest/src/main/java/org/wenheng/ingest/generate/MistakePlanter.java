package org.wenheng.ingest.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.yaml.YamlNode;

/** Plants at most one mistake in a report and says where. */
final class MistakePlanter {
    private final Map<String, Element> elements;
    private final Chance chance;

    MistakePlanter(Map<String, Element> elements, Chance chance) {
        this.elements = elements;
        this.chance = chance;
    }

    /** The report with the mistake in a cell drawn by chance; the report itself if no cell is fit for it. */
    Report plant(Report report, MistakeRule rule) {
        if (rule.kind() == MistakeRule.Kind.UNKNOWN_REGION) {
            return unknownRegion(report, rule);
        }
        List<Place> places = places(report, rule);
        if (places.isEmpty()) {
            return report;
        }
        Place place = places.get(chance.below(places.size(), "place", report.path()));
        Sheet sheet = report.sheets().get(place.sheet());
        String right = sheet.given(place.row(), place.column());
        String wrong = wrong(sheet, place, right, rule).orElseThrow();
        List<Sheet> sheets = new ArrayList<>(report.sheets());
        sheets.set(place.sheet(), sheet.with(place.row(), place.column(), wrong));
        String address = FormLayout.address(report.format(), sheets, place.sheet(), place.row(), place.column());
        return planted(report, sheets, sheetName(report, sheet), address, rule, wrong, right);
    }

    private Report unknownRegion(Report report, MistakeRule rule) {
        int index = chance.below(report.sheets().size(), "place", report.path());
        Sheet sheet = report.sheets().get(index);
        String wrong = rule.text().formatted(sheet.regionCode());
        List<Sheet> sheets = new ArrayList<>(report.sheets());
        sheets.set(index, sheet.withRegionCode(wrong));
        String address = FormLayout.regionCodeAddress(report.format(), sheets, index);
        return planted(report, sheets, sheetName(report, sheet), address, rule, wrong, sheet.regionCode());
    }

    private static Report planted(
            Report report,
            List<Sheet> sheets,
            String sheetName,
            String address,
            MistakeRule rule,
            String wrong,
            String right) {
        Planted planted = new Planted(report.path(), sheetName, address, YamlNode.wordOf(rule.kind()), wrong, right);
        return new Report(report.folder(), report.name(), report.format(), report.fate(), sheets, List.of(planted));
    }

    private static String sheetName(Report report, Sheet sheet) {
        return report.format() == Report.Format.WORKBOOK ? sheet.form().title().chinese() : "";
    }

    private List<Place> places(Report report, MistakeRule rule) {
        List<Place> places = new ArrayList<>();
        for (int sheet = 0; sheet < report.sheets().size(); sheet++) {
            Sheet at = report.sheets().get(sheet);
            for (int row = 0; row < at.rows().size(); row++) {
                for (int column = 0; column < at.form().elements().size(); column++) {
                    Place place = new Place(sheet, row, column);
                    if (wrong(at, place, at.given(row, column), rule).isPresent()) {
                        places.add(place);
                    }
                }
            }
        }
        return places;
    }

    /** What the mistake makes of a cell; empty if the cell is not fit for it. */
    private Optional<String> wrong(Sheet sheet, Place place, String right, MistakeRule rule) {
        Element element = elements.get(sheet.form().elements().get(place.column()));
        if (element == null || !isPositive(right)) {
            return Optional.empty();
        }
        boolean unitFits = rule.units().isEmpty() || rule.units().contains(element.unit());
        return switch (rule.kind()) {
            case UNIT_SLIP -> unitFits ? Optional.of(times(right, rule.factor())) : Optional.empty();
            case TEXT_IN_NUMBER, MARK -> Optional.of(rule.text().formatted(right));
            case PART_EXCEEDS_WHOLE -> whole(sheet, place, element).map(whole -> times(whole, rule.factor()));
            case NEGATIVE -> Optional.of("-" + right);
            case UNKNOWN_REGION -> Optional.empty();
        };
    }

    private static Optional<String> whole(Sheet sheet, Place place, Element part) {
        int column = part.atMost() == null ? -1 : sheet.form().elements().indexOf(part.atMost());
        return column < 0
                ? Optional.empty()
                : Optional.of(sheet.given(place.row(), column)).filter(MistakePlanter::isPositive);
    }

    private static boolean isPositive(String text) {
        return SheetWriter.isNumber(text) && new BigDecimal(text).signum() > 0;
    }

    private static String times(String number, int factor) {
        return new BigDecimal(number)
                .multiply(BigDecimal.valueOf(factor))
                .stripTrailingZeros()
                .toPlainString();
    }

    private record Place(int sheet, int row, int column) {}
}
