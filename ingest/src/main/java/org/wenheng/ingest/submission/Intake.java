package org.wenheng.ingest.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.wenheng.ingest.read.Extract;
import org.wenheng.ingest.read.Forms;
import org.wenheng.ingest.read.MappedTable;
import org.wenheng.ingest.read.SourceMapping;
import org.wenheng.ingest.reference.Catalogue;

/**
 * Takes a file in: reads it, checks it, compares it with what is known. Knows no table, no clock and no network; the same
 * inputs give the same submission. Safe for several threads.
 */
public final class Intake {
    /** Stands for a mapping where files are forms. */
    public static final String FORMS = "forms";

    private final Catalogue catalogue;
    private final @Nullable SourceMapping mapping;
    private final Checks checks;

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
        this.checks = new Checks(catalogue, RuleBook.standard().with(severities), Units.standard(), received, windows);
    }

    /** Reads, checks and compares in one go. */
    public Submission take(SentFile file, Known known) {
        return settle(check(file), known);
    }

    /** Reads and checks a file. A file that cannot be read has no cells and a finding. */
    public CheckedFile check(SentFile file) {
        Content content = Content.of(file.name(), file.bytes(), mapping == null ? null : mapping.encoding());
        if (content.fault() != null) {
            return new CheckedFile(file, content.encoding(), List.of(), List.of(checks.findingOf(content.fault())));
        }
        Extract extract = mapping == null ? Forms.read(content.sheets()) : MappedTable.read(content.sheets(), mapping);
        List<Finding> findings =
                extract.faults().stream().map(checks::findingOf).toList();
        return new CheckedFile(file, content.encoding(), checks.check(extract), findings);
    }

    /** Compares a checked file with what is known: equal values change nothing, other values replace what was known. */
    public Submission settle(CheckedFile checked, Known known) {
        List<Observation> observations = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(checked.fileFindings());
        long refused = 0;
        long unchanged = 0;
        for (CheckedCell cell : checked.cells()) {
            ObservationKey key = cell.key();
            findings.addAll(cell.findings());
            if (key == null || !cell.isAccepted()) {
                refused++;
                continue;
            }
            KnownValue value = new KnownValue(cell.status(), cell.value());
            KnownValue before = known.find(key);
            if (before != null && before.sameAs(value)) {
                unchanged++;
                continue;
            }
            if (before != null) {
                findings.add(checks.changed(cell, before.text()));
            }
            observations.add(observation(cell, key, value, before != null));
        }
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

    private static Verdict verdict(Ledger ledger, List<Finding> fileFindings) {
        if (ledger.accepted() + ledger.unchanged() == 0) {
            return Verdict.REFUSED;
        }
        boolean whole = ledger.refused() == 0
                && fileFindings.stream().noneMatch(finding -> finding.severity() == Severity.REJECT);
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
