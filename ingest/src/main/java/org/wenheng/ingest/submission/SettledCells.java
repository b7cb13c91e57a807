package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.reference.ValueStatus;

/** The cells of a file, what became of each, and what is known after it. */
final class SettledCells {
    /** What became of a cell. */
    enum Fate {
        REFUSED,
        UNCHANGED,
        NEW,
        CORRECTED
    }

    private final List<CheckedCell> cells;
    private final Known known;
    private final Fate[] fates;
    private final @Nullable KnownValue[] befores;
    private final Map<ObservationKey, Integer> places;

    /** Compares the cells with what is known. */
    SettledCells(List<CheckedCell> cells, Known known) {
        this.cells = cells;
        this.known = known;
        this.fates = new Fate[cells.size()];
        this.befores = new KnownValue[cells.size()];
        this.places = new HashMap<>(cells.size() * 2);
        for (int i = 0; i < fates.length; i++) {
            ObservationKey key = cells.get(i).key();
            befores[i] = key == null || !cells.get(i).isAccepted() ? null : known.find(key);
            fates[i] = fate(cells.get(i), befores[i]);
            if (key != null) {
                places.put(key, i);
            }
        }
    }

    private static Fate fate(CheckedCell cell, @Nullable KnownValue before) {
        if (!cell.isAccepted()) {
            return Fate.REFUSED;
        }
        if (before == null) {
            return Fate.NEW;
        }
        return before.sameAs(new KnownValue(cell.status(), cell.value())) ? Fate.UNCHANGED : Fate.CORRECTED;
    }

    int size() {
        return fates.length;
    }

    CheckedCell cell(int place) {
        return cells.get(place);
    }

    Fate fate(int place) {
        return fates[place];
    }

    /** What was known under the key of an accepted cell; null if nothing was. */
    @Nullable
    KnownValue before(int place) {
        return befores[place];
    }

    /**
     * Whether a cell is compared with other values: an accepted number that was not known, or one that was known and comes
     * again with an explanation.
     */
    boolean isCompared(int place) {
        CheckedCell cell = cells.get(place);
        return switch (fates[place]) {
            case REFUSED -> false;
            case UNCHANGED ->
                cell.value() != null && Finding.explains(cell.cell().remark());
            case NEW, CORRECTED -> cell.value() != null;
        };
    }

    /** Where a compared cell with this key stands; -1 if there is none. */
    int placeOf(ObservationKey key) {
        Integer place = places.get(key);
        return place == null || !isCompared(place) ? -1 : place;
    }

    /**
     * The number under a key: that of the file, else the one known. Nil counts as nothing, so as 0.
     *
     * @return null if it is not known, also if the file has a cell for it that was refused
     */
    @Nullable
    BigDecimal valueOf(ObservationKey key) {
        Integer place = places.get(key);
        if (place == null) {
            KnownValue value = known.find(key);
            return value == null ? null : number(value.status(), value.value());
        }
        CheckedCell cell = cells.get(place);
        return fates[place] == Fate.REFUSED ? null : number(cell.status(), cell.value());
    }

    private static @Nullable BigDecimal number(ValueStatus status, @Nullable BigDecimal value) {
        return status == ValueStatus.NIL ? BigDecimal.ZERO : value;
    }
}
