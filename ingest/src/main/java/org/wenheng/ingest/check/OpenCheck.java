package org.wenheng.ingest.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wenheng.ingest.due.FormWindows;
import org.wenheng.ingest.due.Opening;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/**
 * Checks whether the form of a cell is open. A cell belongs to the form in which its region reports its element, whatever
 * file it stands in: a source mapping is no way around a lock.
 */
final class OpenCheck {
    private final Catalogue catalogue;
    private final FormWindows windows;
    private final Map<String, Map<String, Form>> formOfElementByLevel = new HashMap<>();

    OpenCheck(Catalogue catalogue, FormWindows windows) {
        this.catalogue = catalogue;
        this.windows = windows;
        for (Form form : catalogue.forms().values()) {
            for (String level : form.levels()) {
                Map<String, Form> ofLevel = formOfElementByLevel.computeIfAbsent(level, one -> new HashMap<>());
                form.elements().forEach(element -> ofLevel.put(element, form));
            }
        }
    }

    /** The facts for the sentences of {@link CellCode#FORM_NOT_OPEN}; empty if the cell has no form or its form is open. */
    Optional<Map<String, String>> closed(CheckedCell cell) {
        ObservationKey key = cell.key();
        Region region = key == null ? null : catalogue.regions().get(key.regionCode());
        if (key == null || region == null || isSaidAlready(cell)) {
            return Optional.empty();
        }
        Form form = formOfElementByLevel.getOrDefault(region.level(), Map.of()).get(key.elementCode());
        Period period = form == null ? null : Period.parse(key.period()).orElse(null);
        return form == null || period == null || period.frequency() != form.frequency()
                ? Optional.empty()
                : windows.closed(form, region, period).map(opening -> facts(form, period, opening));
    }

    /** A period that has not begun is refused for that, not for its form as well. */
    private static boolean isSaidAlready(CheckedCell cell) {
        return cell.findings().stream().anyMatch(finding -> finding.code().equals(CellCode.PERIOD_IN_FUTURE.name()));
    }

    private static Map<String, String> facts(Form form, Period period, Opening opening) {
        return Map.of(
                "form", form.code(),
                "period", period.code(),
                "reason", opening.reason().name(),
                "expected", opening.message().chinese(),
                "expected-en", opening.message().english(),
                "advice", opening.reason().advice().chinese(),
                "advice-en", opening.reason().advice().english());
    }
}
