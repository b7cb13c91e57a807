package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.RuleBook;
import org.wenheng.ingest.check.Units;
import org.wenheng.ingest.read.Extract;
import org.wenheng.ingest.read.MissingMarks;
import org.wenheng.ingest.read.ReportedCell;
import org.wenheng.ingest.read.RowHead;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Element.Accumulation;
import org.wenheng.ingest.reference.FieldChecks;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.Relation;
import org.wenheng.ingest.reference.Title;
import org.wenheng.ingest.reference.ValueStatus;

/** A city with counties that report a few elements, and what they sent before. */
final class ComparedFiles {
    private final Catalogue catalogue;
    private final Intake intake;
    private final RememberedValues known;
    private int files;

    ComparedFiles() {
        this(new FieldChecks(List.of(), Set.of(), Set.of("AREA"), Set.of(), Map.of()));
    }

    ComparedFiles(FieldChecks checks) {
        List<Region> regions = new ArrayList<>();
        regions.add(region("C", "city", null));
        for (int i = 1; i <= 12; i++) {
            regions.add(region("C" + i, "county", "C"));
        }
        List<Element> elements = new ArrayList<>();
        for (String code : List.of("MONEY", "MORE", "TOTAL")) {
            elements.add(element(code, "万元", false, Frequency.MONTH, Accumulation.SUM));
        }
        for (String code : List.of("VISITS", "LOANS", "EVENTS", "TALKS", "GUESTS", "READERS")) {
            elements.add(element(code, "人次", true, Frequency.MONTH, Accumulation.SUM));
        }
        elements.add(element("AREA", "平方米", false, Frequency.MONTH, Accumulation.LAST));
        elements.add(element("BUDGET", "万元", false, Frequency.YEAR, Accumulation.SUM));
        this.catalogue = Catalogue.of("trial", new Title("试验", "Trial"), regions, elements, List.of(), List.of())
                .with(checks);
        this.intake = new Intake(catalogue, null, FormFiles.RECEIVED);
        this.known = new RememberedValues(catalogue);
    }

    private static Region region(String code, String level, @org.jspecify.annotations.Nullable String parent) {
        return new Region(code, new Title(code, code), level, parent, Map.of(), List.of(), null, null);
    }

    private static Element element(
            String code, String unit, boolean whole, Frequency frequency, Accumulation accumulation) {
        return new Element(
                code,
                new Title(code, code),
                unit,
                frequency,
                accumulation,
                Element.RollUp.SUM,
                whole,
                BigDecimal.ZERO,
                null,
                null,
                "",
                "");
    }

    static FieldChecks with(Relation relation) {
        return new FieldChecks(List.of(relation), Set.of(), Set.of(), Set.of(), Map.of());
    }

    /** Remembers a value of every one of the months, the first in January 2025. */
    ComparedFiles remember(String region, String element, double... months) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < months.length; i++) {
            String period = "%04d-%02d".formatted(2025 + i / 12, i % 12 + 1);
            observations.add(observation(new ObservationKey(region, "", period, element), months[i]));
        }
        known.learn(observations);
        return this;
    }

    /** Remembers one value. */
    ComparedFiles rememberAt(String region, String period, String element, double value) {
        known.learn(List.of(observation(new ObservationKey(region, "", period, element), value)));
        return this;
    }

    private static Observation observation(ObservationKey key, double value) {
        KnownValue number = new KnownValue(ValueStatus.REPORTED, BigDecimal.valueOf(value));
        return new Observation(key, "", number, "", "A1", "", false, false);
    }

    /** Takes in a file of a county; each line is element, unit, value and perhaps a remark. What is accepted is known then. */
    Submission send(String region, String period, String... lines) {
        RowHead head = new RowHead("", region, period, "", "", false, false);
        List<ReportedCell> cells = new ArrayList<>();
        for (String line : lines) {
            List<String> parts = List.of(line.split("\\|", -1));
            String given = parts.get(2);
            cells.add(new ReportedCell(
                    head,
                    "表一",
                    5 + cells.size(),
                    3,
                    parts.get(0),
                    parts.get(1),
                    given,
                    MissingMarks.OF_FORMS.statusOf(given),
                    parts.size() > 3 ? parts.get(3) : ""));
        }
        files++;
        SentFile file = SentFile.of("f" + files, new byte[] {(byte) files});
        Checks checks = new Checks(catalogue, RuleBook.standard(), Units.standard(), FormFiles.RECEIVED);
        CheckedFile checked = new CheckedFile(file, "", checks.check(new Extract(cells, List.of())), List.of());
        Submission submission = intake.settle(checked, known);
        known.learn(submission.observations());
        return submission;
    }

    /** The codes with the cells of findings, in their order. */
    static List<String> codes(Submission submission) {
        return codes(submission.findings());
    }

    static List<String> codes(Collection<Finding> findings) {
        return findings.stream()
                .map(finding -> (finding.cell() + " " + finding.code()).strip())
                .toList();
    }
}
