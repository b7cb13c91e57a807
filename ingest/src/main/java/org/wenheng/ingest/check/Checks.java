package org.wenheng.ingest.check;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.HeadCheck.CheckedHead;
import org.wenheng.ingest.due.FormWindows;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.read.Extract;
import org.wenheng.ingest.read.ReportedCell;
import org.wenheng.ingest.read.RowHead;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Title;

/** The checks of a file that need nothing but the file: every cell by itself, and none twice. Safe for several threads. */
public final class Checks {
    private final Catalogue catalogue;
    private final RuleBook rules;
    private final CellCheck cellCheck;
    private final HeadCheck headCheck;
    private final OpenCheck openCheck;

    /**
     * The checks of a catalogue whose forms are always open.
     *
     * @param received when the files came; a period that begins later is refused
     */
    public Checks(Catalogue catalogue, RuleBook rules, Units units, Instant received) {
        this(catalogue, rules, units, received, FormWindows.ALWAYS_OPEN);
    }

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
            head = head.said();
        }
        refuseRepeated(checked);
        noteRepeatedNames(checked);
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

    private void refuseRepeated(List<CheckedCell> cells) {
        Map<ObservationKey, Integer> first = new HashMap<>(cells.size() * 2);
        for (int i = 0; i < cells.size(); i++) {
            ObservationKey key = cells.get(i).key();
            Integer before = key == null ? null : first.putIfAbsent(key, i);
            if (before != null) {
                refuse(cells, before, cells.get(i).cell());
                refuse(cells, i, cells.get(before).cell());
            }
        }
    }

    /** A cell is refused as repeated once, however often it is repeated. */
    private void refuse(List<CheckedCell> cells, int place, ReportedCell other) {
        CheckedCell cell = cells.get(place);
        if (cell.findings().stream().noneMatch(finding -> finding.code().equals(CellCode.CELL_REPEATED.name()))) {
            String where = other.sheet().isEmpty() ? other.address() : other.sheet() + "!" + other.address();
            cells.set(place, cell.with(finding(cell, CellCode.CELL_REPEATED, Map.of("expected", where))));
        }
    }

    /** The name that two facilities of one region share is noted once for each code, at the first cell of its row. */
    private void noteRepeatedNames(List<CheckedCell> cells) {
        Map<List<String>, String> codes = new HashMap<>();
        Set<List<String>> noted = new HashSet<>();
        RowHead row = null;
        for (int i = 0; i < cells.size(); i++) {
            CheckedCell cell = cells.get(i);
            ObservationKey key = cell.key();
            RowHead head = cell.cell().head();
            if (head.equals(row) || key == null || head.facilityName().isEmpty()) {
                continue;
            }
            row = head;
            String name = Normalizer.normalize(head.facilityName(), Normalizer.Form.NFKC)
                    .replace(" ", "")
                    .toLowerCase(Locale.ROOT);
            List<String> named = List.of(head.form(), key.regionCode(), key.period(), name);
            String code = codes.putIfAbsent(named, key.facilityCode());
            if (code != null
                    && !code.equals(key.facilityCode())
                    && noted.add(List.of(key.regionCode(), name, key.facilityCode()))) {
                Map<String, String> facts =
                        Map.of("given", head.facilityName(), "expected", code + ", " + key.facilityCode());
                cells.set(i, cell.with(finding(cell, CellCode.FACILITY_NAME_REPEATED, facts)));
            }
        }
    }

    /**
     * A finding about a cell.
     *
     * @param facts what its sentences name beside the value and its element
     */
    public Finding finding(CheckedCell cell, CellCode code, Map<String, String> facts) {
        ObservationKey key = cell.key();
        CheckedHead known = new CheckedHead(
                cell.cell().head(),
                null,
                null,
                key == null ? null : catalogue.regions().get(key.regionCode()),
                List.of());
        return cellCheck.finding(cell.cell(), known, code, facts);
    }

    /**
     * A finding about many cells together.
     *
     * @param sheet where they stand; empty for a CSV file or several sheets
     * @param element null if they are of several elements
     * @param explanation what the reporter wrote beside any of them; null if nothing
     */
    public Finding finding(
            CellCode code,
            String sheet,
            @Nullable String region,
            @Nullable String period,
            @Nullable String element,
            Map<String, String> facts,
            @Nullable String explanation) {
        Rule rule = rules.rule(code);
        return new Finding(
                rule.code(),
                rule.severity(),
                sheet,
                "",
                region,
                period,
                element,
                facts.get("given"),
                rule.message(facts),
                rule.advice(facts),
                explanation);
    }

    /** The name of an element with its code, as messages write it. */
    public static Title nameOf(Element element) {
        return new Title(
                nameOf(element.name().chinese(), "", element.code()),
                nameOf(element.name().english(), " ", element.code()));
    }

    private static String nameOf(String name, String between, String code) {
        return name.equals(code) ? code : name + between + "(" + code + ")";
    }

    /** The rules with the severities and parameters in force. */
    public RuleBook rules() {
        return rules;
    }

    /** The thresholds for changes. */
    public ChangeCheck changeCheck() {
        return ChangeCheck.of(rules);
    }
}
