package org.wenheng.ingest.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.HeadCheck.CheckedHead;
import org.wenheng.ingest.due.FormWindows;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.read.Extract;
import org.wenheng.ingest.read.ReportedCell;
import org.wenheng.ingest.read.RowHead;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.ValueStatus;

/** All checks of a file: every cell by itself, then the cells against each other. Safe for several threads. */
public final class Checks {
    private final Catalogue catalogue;
    private final RuleBook rules;
    private final CellCheck cellCheck;
    private final HeadCheck headCheck;
    private final OpenCheck openCheck;

    /**
     * The checks of a catalogue.
     *
     * @param received when the files came; a period that begins later is refused
     * @param windows which forms were closed then
     */
    public Checks(Catalogue catalogue, RuleBook rules, Units units, Instant received, FormWindows windows) {
        this.catalogue = catalogue;
        this.rules = rules;
        this.cellCheck = new CellCheck(catalogue, rules, units);
        this.headCheck = new HeadCheck(catalogue, catalogue.timetable().dayOf(received));
        this.openCheck = new OpenCheck(catalogue, windows);
    }

    /** The cells of a file, in their order, with what the checks say. */
    public List<CheckedCell> check(Extract extract) {
        List<CheckedCell> checked = new ArrayList<>(extract.cells().size());
        CheckedHead head = null;
        for (ReportedCell cell : extract.cells()) {
            if (head == null || !head.given().equals(cell.head())) {
                head = headCheck.check(cell.head());
            }
            checked.add(whereOpen(cellCheck.check(cell, head)));
        }
        Map<ObservationKey, Integer> places = refuseRepeated(checked);
        explainParts(checked, places);
        return checked;
    }

    private CheckedCell whereOpen(CheckedCell cell) {
        return openCheck
                .closed(cell)
                .map(facts -> cell.with(finding(cell, CellCode.FORM_NOT_OPEN, facts)))
                .orElse(cell);
    }

    /** What is said about a file, a sheet or a table that could not be read. */
    public Finding findingOf(Fault fault) {
        Map<String, String> facts = Map.of("given", fault.given(), "expected", fault.expected());
        Rule rule = rules.rule(fault.code());
        return new Finding(
                rule.code(),
                rule.severity(),
                fault.sheet(),
                fault.cell(),
                null,
                null,
                null,
                fault.given(),
                rule.message(facts),
                rule.advice(facts),
                null);
    }

    /** The note that an accepted value replaces another one. */
    public Finding changed(CheckedCell cell, String before) {
        return finding(cell, CellCode.VALUE_CHANGED, Map.of("expected", before));
    }

    private Map<ObservationKey, Integer> refuseRepeated(List<CheckedCell> cells) {
        Map<ObservationKey, Integer> first = new HashMap<>(cells.size() * 2);
        for (int i = 0; i < cells.size(); i++) {
            ObservationKey key = cells.get(i).key();
            Integer before = key == null ? null : first.putIfAbsent(key, i);
            if (before != null) {
                refuse(cells, before, cells.get(i).cell());
                refuse(cells, i, cells.get(before).cell());
            }
        }
        return first;
    }

    /** A cell is refused as repeated once, however often it is repeated. */
    private void refuse(List<CheckedCell> cells, int place, ReportedCell other) {
        CheckedCell cell = cells.get(place);
        if (cell.findings().stream().noneMatch(finding -> finding.code().equals(CellCode.CELL_REPEATED.name()))) {
            String where = other.sheet().isEmpty() ? other.address() : other.sheet() + "!" + other.address();
            cells.set(place, cell.with(finding(cell, CellCode.CELL_REPEATED, Map.of("expected", where))));
        }
    }

    private void explainParts(List<CheckedCell> cells, Map<ObservationKey, Integer> places) {
        for (int i = 0; i < cells.size(); i++) {
            CheckedCell part = cells.get(i);
            ObservationKey key = part.key();
            Element element = key == null ? null : catalogue.elements().get(key.elementCode());
            if (key == null || element == null || element.atMost() == null || !hasValue(part)) {
                continue;
            }
            Integer place = places.get(
                    new ObservationKey(key.regionCode(), key.facilityCode(), key.period(), element.atMost()));
            CheckedCell whole = place == null ? null : cells.get(place);
            if (whole != null && hasValue(whole) && isAbove(part, whole)) {
                Map<String, String> facts = Map.of(
                        "other", element.atMost(), "expected", whole.cell().given());
                cells.set(i, part.with(finding(part, CellCode.PART_ABOVE_WHOLE, facts)));
            }
        }
    }

    private static boolean hasValue(CheckedCell cell) {
        return cell.isAccepted() && cell.status() == ValueStatus.REPORTED;
    }

    private static boolean isAbove(CheckedCell part, CheckedCell whole) {
        return part.value() != null && whole.value() != null && part.value().compareTo(whole.value()) > 0;
    }

    private Finding finding(CheckedCell cell, CellCode code, Map<String, String> facts) {
        ObservationKey key = cell.key();
        RowHead given = cell.cell().head();
        @Nullable
        CheckedHead known = new CheckedHead(
                given, null, null, key == null ? null : catalogue.regions().get(key.regionCode()), List.of());
        return cellCheck.finding(cell.cell(), known, code, facts);
    }
}
