package org.wenheng.ingest.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.RuleBook;
import org.wenheng.ingest.check.Severity;
import org.wenheng.ingest.check.Units;
import org.wenheng.ingest.due.FormWindows;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.FaultCode;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.read.Explanations;
import org.wenheng.ingest.read.Extract;
import org.wenheng.ingest.read.FormNotes;
import org.wenheng.ingest.read.Forms;
import org.wenheng.ingest.read.MappedTable;
import org.wenheng.ingest.read.OwnSheets;
import org.wenheng.ingest.read.SourceMapping;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.submission.Manners.Manner;

/**
 * Takes a file in: reads it, checks it, compares it with what is known. Knows no table, no clock and no network; the same
 * inputs give the same submission. Safe for several threads.
 */
public final class Intake {
    /** Stands for a mapping where files are forms. */
    public static final String FORMS = "forms";

    /** Values of one file: each may have a finding of some hundred characters, and all are held at once. */
    private static final int MOST_VALUES = 2_000_000;

    private final Catalogue catalogue;
    private final @Nullable SourceMapping mapping;
    private final Checks checks;
    private final RelationCheck relations;
    private final HistoryCheck history;
    private final Manners manners;

    /**
     * The intake of a catalogue whose forms are always open.
     *
     * @param mapping how the files are read; null for forms
     * @param received when the files came
     */
    public Intake(Catalogue catalogue, @Nullable SourceMapping mapping, Instant received) {
        this(catalogue, mapping, received, FormWindows.ALWAYS_OPEN);
    }

    /**
     * The intake of a catalogue.
     *
     * @param mapping how the files are read; null for forms
     * @param received when the files came
     * @param windows which forms were closed then; cells of a closed form are refused
     */
    public Intake(Catalogue catalogue, @Nullable SourceMapping mapping, Instant received, FormWindows windows) {
        Map<String, String> severities = mapping == null ? Map.of() : mapping.severities();
        this.catalogue = catalogue;
        this.mapping = mapping;
        Units units = Units.standard();
        this.checks = new Checks(catalogue, RuleBook.standard().with(severities), units, received, windows);
        this.relations = new RelationCheck(catalogue, checks);
        this.history = new HistoryCheck(catalogue, checks, units);
        this.manners = new Manners(catalogue);
    }

    /** Reads, checks and compares in one go. */
    public Submission take(SentFile file, Known known) {
        return settle(check(file), known);
    }

    /** Reads and checks a file. A file that cannot be read has no cells and a finding. */
    public CheckedFile check(SentFile file) {
        Content content = file.isWhole()
                ? Content.of(file.name(), file.bytes(), mapping == null ? null : mapping.encoding())
                : Content.tooLarge(file.name());
        if (content.fault() != null) {
            return new CheckedFile(file, content.encoding(), List.of(), List.of(checks.findingOf(content.fault())));
        }
        List<Sheet> sheets = OwnSheets.dataOf(content.sheets());
        Extract read = mapping == null ? Forms.read(sheets, catalogue) : MappedTable.read(sheets, mapping, catalogue);
        if (read.cells().size() > MOST_VALUES) {
            Fault fault = new Fault(FaultCode.FILE_TOO_MANY_CELLS, "", "", file.name(), MOST_VALUES + " 个值 / values");
            return new CheckedFile(file, content.encoding(), List.of(), List.of(checks.findingOf(fault)));
        }
        Extract extract = Explanations.of(content.sheets()).addTo(read);
        List<Fault> faults = new ArrayList<>(extract.faults());
        if (mapping == null) {
            faults.addAll(FormNotes.of(sheets, extract, catalogue));
        }
        List<Finding> findings = faults.stream().map(checks::findingOf).toList();
        return new CheckedFile(file, content.encoding(), checks.check(extract), findings);
    }

    /**
     * Compares a checked file with what is known: equal values change nothing, other values replace what was known. New
     * values are compared with each other, with their history and their peers; a known value is compared again only if it
     * comes with an explanation, and then only what it explains is said.
     */
    public Submission settle(CheckedFile checked, Known known) {
        SettledCells cells = new SettledCells(checked.cells(), known);
        FormPatterns patterns = new FormPatterns(catalogue, checks, checked.region() != null);
        Map<Integer, HistoryCheck.Compared> compared = compare(cells, known, patterns);
        Set<Integer> jumped = compared.entrySet().stream()
                .filter(entry -> entry.getValue().power() != 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Observation> observations = new ArrayList<>();
        List<Finding> ofCells = new ArrayList<>();
        long refused = 0;
        long unchanged = 0;
        for (int i = 0; i < cells.size(); i++) {
            CheckedCell cell = cells.cell(i);
            ofCells.addAll(cell.findings());
            ObservationKey key = cell.key();
            switch (cells.fate(i)) {
                case REFUSED -> refused++;
                case UNCHANGED -> unchanged++;
                case NEW, CORRECTED -> {
                    KnownValue before = cells.before(i);
                    if (before != null) {
                        ofCells.add(checks.changed(cell, before.text()));
                    }
                    KnownValue value = new KnownValue(cell.status(), cell.value());
                    observations.add(observation(cell, Objects.requireNonNull(key), value, before != null));
                }
            }
            if (cells.isCompared(i)) {
                boolean isNew = cells.fate(i) != SettledCells.Fate.UNCHANGED;
                List<Finding> found = relations.check(cells, i, jumped);
                found.addAll(
                        compared.getOrDefault(i, HistoryCheck.Compared.NOTHING).findings());
                found.stream().filter(finding -> isNew || finding.isExplained()).forEach(ofCells::add);
            }
        }
        List<Finding> findings = new ArrayList<>(checked.fileFindings());
        findings.addAll(patterns.findings());
        findings.addAll(ofCells);
        Ledger ledger = new Ledger(checked.cells().size(), observations.size(), refused, unchanged);
        return new Submission(
                checked.file().submissionId(catalogue.code()),
                checked.file(),
                mapping == null ? FORMS : mapping.code(),
                checked.region(),
                checked.period(),
                checked.encoding(),
                checked.isSynthetic(),
                verdict(ledger, checked.fileFindings()),
                ledger,
                observations,
                findings);
    }

    /** Compares the values with their history and their peers; by the place of the cell. */
    private Map<Integer, HistoryCheck.Compared> compare(SettledCells cells, Known known, FormPatterns patterns) {
        Map<Integer, HistoryCheck.Compared> compared = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.isCompared(i)) {
                continue;
            }
            CheckedCell cell = cells.cell(i);
            Manner manner = manners.of(Objects.requireNonNull(cell.key()).elementCode());
            if (manner.compared()) {
                HistoryCheck.Compared one = history.check(cell, manner, known);
                if (!one.findings().isEmpty()) {
                    compared.put(i, one);
                }
                if (cells.fate(i) != SettledCells.Fate.UNCHANGED) {
                    patterns.add(cell, manner, one, known);
                }
            }
        }
        return compared;
    }

    private static Verdict verdict(Ledger ledger, List<Finding> fileFindings) {
        boolean whole = ledger.refused() == 0
                && fileFindings.stream().noneMatch(finding -> finding.severity() == Severity.REJECT);
        // An archive has no cells of its own; if it could be opened, nothing of it is refused.
        if (ledger.accepted() + ledger.unchanged() == 0 && !whole) {
            return Verdict.REFUSED;
        }
        return whole ? Verdict.ACCEPTED : Verdict.PARTLY_ACCEPTED;
    }

    private static Observation observation(CheckedCell cell, ObservationKey key, KnownValue value, boolean replaces) {
        return new Observation(
                key,
                cell.cell().head().facilityName(),
                value,
                cell.cell().sheet(),
                cell.cell().address(),
                cell.cell().given(),
                cell.cell().head().synthetic(),
                replaces);
    }
}
