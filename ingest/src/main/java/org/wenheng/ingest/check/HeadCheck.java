package org.wenheng.ingest.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.read.RowHead;
import org.wenheng.ingest.read.WrittenPeriod;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Frequency;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.RegionFinder;
import org.wenheng.ingest.reference.RegionMatch;

/** Checks what the cells of a row share: form, period, region, facility. */
final class HeadCheck {
    private final Catalogue catalogue;
    private final RegionFinder regions;
    private final LocalDate received;

    HeadCheck(Catalogue catalogue, LocalDate received) {
        this.catalogue = catalogue;
        this.regions = new RegionFinder(catalogue.history());
        this.received = received;
    }

    /** What a row is about. Its faults are those of each cell of the row. */
    record CheckedHead(
            RowHead given,
            @Nullable Form form,
            @Nullable Period period,
            @Nullable Region region,
            List<HeadFault> faults) {

        /** The same head for the further cells of the row: that its region was recoded is said once. */
        CheckedHead said() {
            if (faults.isEmpty()) {
                return this;
            }
            List<HeadFault> further = faults.stream()
                    .filter(fault -> fault.code() != CellCode.REGION_RECODED)
                    .toList();
            return further.size() == faults.size() ? this : new CheckedHead(given, form, period, region, further);
        }
    }

    /** A fault with the facts its sentences need. */
    record HeadFault(CellCode code, Map<String, String> facts) {}

    CheckedHead check(RowHead head) {
        List<HeadFault> faults = new ArrayList<>();
        Form form = catalogue.forms().get(head.form());
        if (form == null && !head.form().isEmpty()) {
            faults.add(new HeadFault(CellCode.FORM_UNKNOWN, Map.of("given", head.form())));
        }
        Period period = period(head, form, faults);
        Region region = period == null ? null : region(head, form, period, faults);
        if (head.ofFacility() && head.facilityCode().isEmpty()) {
            faults.add(new HeadFault(CellCode.FACILITY_CODE_MISSING, Map.of("given", "")));
        }
        return new CheckedHead(head, form, period, region, faults);
    }

    private @Nullable Period period(RowHead head, @Nullable Form form, List<HeadFault> faults) {
        Optional<Period> parsed = Period.parse(head.period());
        if (parsed.isEmpty()) {
            String meanings = WrittenPeriod.meanings(head.period()).stream()
                    .map(Period::code)
                    .collect(Collectors.joining(", "));
            CellCode code = meanings.isEmpty() ? CellCode.PERIOD_MALFORMED : CellCode.PERIOD_AMBIGUOUS;
            faults.add(new HeadFault(code, Map.of("given", head.period(), "expected", meanings)));
            return null;
        }
        Period period = parsed.get();
        if (form != null && period.frequency() != form.frequency()) {
            faults.add(new HeadFault(CellCode.PERIOD_NOT_OF_FORM, periodFacts(head.period(), form.frequency())));
        }
        if (period.firstDay().isAfter(received)) {
            faults.add(new HeadFault(
                    CellCode.PERIOD_IN_FUTURE, Map.of("given", head.period(), "expected", received.toString())));
        }
        return period;
    }

    private @Nullable Region region(RowHead head, @Nullable Form form, Period period, List<HeadFault> faults) {
        RegionMatch match = regions.find(head.region(), period);
        if (!(match instanceof RegionMatch.Found)) {
            String candidates = named(match.candidates(), period);
            faults.add(new HeadFault(
                    codeOf(match), Map.of("given", head.region(), "expected", candidates, "period", period.code())));
        }
        if (!(match instanceof RegionMatch.Found || match instanceof RegionMatch.SamePlace)) {
            return null;
        }
        Region region = match.candidates().get(0);
        if (form != null && !form.levels().isEmpty() && !form.levels().contains(region.level())) {
            faults.add(new HeadFault(
                    CellCode.REGION_NOT_OF_FORM,
                    Map.of("given", head.region(), "expected", String.join(", ", form.levels()))));
        }
        return region;
    }

    private static CellCode codeOf(RegionMatch match) {
        if (match instanceof RegionMatch.SamePlace) {
            return CellCode.REGION_RECODED;
        }
        if (match instanceof RegionMatch.Ambiguous) {
            return CellCode.REGION_AMBIGUOUS;
        }
        return match instanceof RegionMatch.NotInForce ? CellCode.REGION_NOT_IN_FORCE : CellCode.REGION_UNKNOWN;
    }

    /** Codes with their full paths, as a reporter would copy them. */
    private String named(List<Region> candidates, Period period) {
        if (candidates.isEmpty()) {
            return "无记载 (none on record)";
        }
        return candidates.stream()
                .map(region -> region.code() + " " + catalogue.history().path(region, period.lastDay()))
                .collect(Collectors.joining("; "));
    }

    /** The facts of a period of the wrong kind. */
    static Map<String, String> periodFacts(String given, Frequency expected) {
        return switch (expected) {
            case MONTH -> Map.of("given", given, "expected", "月(如 2026-10)", "expected-en", "a month (2026-10)");
            case QUARTER -> Map.of("given", given, "expected", "季度(如 2026Q4)", "expected-en", "a quarter (2026Q4)");
            case YEAR -> Map.of("given", given, "expected", "年(如 2026)", "expected-en", "a year (2026)");
        };
    }
}
