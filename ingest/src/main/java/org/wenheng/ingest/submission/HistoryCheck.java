package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CellCode;
import org.wenheng.ingest.check.ChangeCheck;
import org.wenheng.ingest.check.ChangeCheck.Change;
import org.wenheng.ingest.check.ChangeCheck.Kind;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Checks;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.check.Units;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Element;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.submission.Manners.Manner;

/**
 * Compares one accepted value with its own history; with its peers where it has no history, and to learn who is wrong where
 * the history is short; and with the totals of its parent.
 */
final class HistoryCheck {
    private final Catalogue catalogue;
    private final Checks checks;
    private final Units units;
    private final ChangeCheck change;
    private final ParentTotals parents;
    private final Map<String, Period> periods = new ConcurrentHashMap<>();

    HistoryCheck(Catalogue catalogue, Checks checks, Units units) {
        this.catalogue = catalogue;
        this.checks = checks;
        this.units = units;
        this.change = checks.changeCheck();
        this.parents = new ParentTotals(catalogue, checks.rules());
    }

    /**
     * What the comparison of a value says.
     *
     * @param sameAsBefore whether the value is exactly that of the period before; null if that is not known
     * @param comparable whether there was anything to find a power of ten with
     * @param power power of ten that it is off; 0 for none
     * @param findings in the order of the checks
     */
    record Compared(@Nullable Boolean sameAsBefore, boolean comparable, int power, List<Finding> findings) {
        static final Compared NOTHING = new Compared(null, false, 0, List.of());
    }

    Compared check(CheckedCell cell, Manner manner, Known known) {
        ObservationKey key = Objects.requireNonNull(cell.key());
        BigDecimal exact = Objects.requireNonNull(cell.value());
        double value = exact.doubleValue();
        List<PastValue> history = known.before(key);
        Period period =
                periods.computeIfAbsent(key.period(), code -> Period.parse(code).orElseThrow());
        double[] series = manner.series(period.index(), history);
        double last = history.isEmpty() ? 0 : history.get(0).value().doubleValue();
        List<Finding> findings = new ArrayList<>(0);
        if (manner.runningTotal() && !history.isEmpty()) {
            addFall(cell, exact, history.get(0), period, findings);
        }
        Change found;
        boolean byPeers = series.length == 0;
        double[] peers = {};
        if (byPeers) {
            peers = numbers(known.peers(key));
            found = change.withPeers(value, peers);
        } else {
            found = change.withHistory(value, series, last, manner.scale());
            if (found.kind() != Kind.USUAL
                    && series.length < change.fewest()
                    && isHistoryWrong(value, series[0], numbers(known.peers(key)))) {
                found = Change.NONE;
            }
        }
        ParentTotals.Total parent = manner.adds() && key.facilityCode().isEmpty()
                ? parents.find(
                        key, exact, history.isEmpty() ? null : history.get(0).value(), known)
                : null;
        if (parent != null) {
            findings.add(parentTotal(cell, manner.element(), parent));
        }
        if (parent != null && parent.ofParent()) {
            found = Change.NONE;
        }
        if (found.kind() == Kind.MAGNITUDE) {
            findings.add(magnitude(cell, manner.element(), found, byPeers, series.length));
        } else if (found.kind() == Kind.OUTLIER && parent == null) {
            findings.add(outlier(cell, manner.element(), found, byPeers, series.length));
        }
        return new Compared(hasSame(history, period, exact), !byPeers || peers.length > 0, found.power(), findings);
    }

    private static @Nullable Boolean hasSame(List<PastValue> history, Period period, BigDecimal value) {
        boolean known = !history.isEmpty() && history.get(0).period().equals(period.previous());
        return known ? history.get(0).value().compareTo(value) == 0 : null;
    }

    /** Whether the value is usual among its peers and the last one, with which it is compared, is not. */
    private boolean isHistoryWrong(double value, double last, double[] peers) {
        return peers.length >= change.peersFewest()
                && change.withPeers(value, peers).kind() == Kind.USUAL
                && change.withPeers(last, peers).kind() != Kind.USUAL;
    }

    private static double[] numbers(List<BigDecimal> values) {
        return values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    private void addFall(CheckedCell cell, BigDecimal value, PastValue last, Period period, List<Finding> findings) {
        if (last.period().year() == period.year() && value.compareTo(last.value()) < 0) {
            Map<String, String> facts = new HashMap<>();
            facts.put("expected", Wording.amount(last.value(), unitOf(cell)));
            facts.put("period", last.period().code());
            findings.add(checks.finding(cell, CellCode.RUNNING_TOTAL_FELL, facts));
        }
    }

    private String unitOf(CheckedCell cell) {
        return Objects.requireNonNull(catalogue.elements().get(cell.cell().element()))
                .unit();
    }

    private Finding magnitude(CheckedCell cell, Element element, Change found, boolean byPeers, int known) {
        Map<String, String> facts = facts(element, found.expected(), byPeers, known);
        String reported =
                cell.cell().unit() == null ? element.unit() : cell.cell().unit();
        facts.put("times", Wording.timesChinese(found.power()));
        facts.put("times-en", Wording.timesEnglish(found.power()));
        String digits = Integer.toString(Math.abs(found.power()));
        String likely = units.findNeighbour(reported, -found.power()).orElse(null);
        if (likely != null) {
            facts.put("slip", "是把以“%s”为单位的数填成了以“%s”为单位".formatted(likely, reported));
            facts.put("slip-en", "a number in \"%s\" was given as \"%s\"".formatted(likely, reported));
        } else if (found.power() > 0) {
            facts.put("slip", "多写了 " + digits + " 位数");
            facts.put("slip-en", digits + " digit(s) too many were written");
        } else {
            facts.put("slip", "少写了 " + digits + " 位数");
            facts.put("slip-en", digits + " digit(s) are lacking");
        }
        return checks.finding(cell, CellCode.MAGNITUDE_JUMP, facts);
    }

    private Finding outlier(CheckedCell cell, Element element, Change found, boolean byPeers, int known) {
        CellCode code = byPeers ? CellCode.PEER_OUTLIER : CellCode.HISTORY_OUTLIER;
        return checks.finding(cell, code, facts(element, found.expected(), byPeers, known));
    }

    private Map<String, String> facts(Element element, double expected, boolean byPeers, int known) {
        Map<String, String> facts = new HashMap<>();
        facts.put("expected", Wording.amount(expected, element.unit()));
        if (byPeers) {
            facts.put("basis", "同类地区上期中位数");
            facts.put("basis-en", "the median of its peers in the period before");
        } else if (known < change.fewest()) {
            facts.put("basis", "上期数");
            facts.put("basis-en", "the value before");
        } else {
            facts.put("basis", "以往 " + known + " 期的中位数");
            facts.put("basis-en", "the median of " + known + " earlier periods");
        }
        return facts;
    }

    private Finding parentTotal(CheckedCell cell, Element element, ParentTotals.Total total) {
        Map<String, String> facts = new HashMap<>();
        facts.put("expected", Wording.amount(total.value().doubleValue(), element.unit()));
        facts.put("basis", total.ofParent() ? "上级地区的数" : "上级所辖各地区的合计");
        facts.put("basis-en", total.ofParent() ? "the value of its parent" : "the total of all regions of its parent");
        return checks.finding(cell, CellCode.PARENT_TOTAL, facts);
    }
}
