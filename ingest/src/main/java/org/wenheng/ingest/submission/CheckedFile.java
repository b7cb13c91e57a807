package org.wenheng.ingest.submission;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CheckedCell;
import org.wenheng.ingest.check.Finding;
import org.wenheng.ingest.read.RowHead;

/**
 * A file after reading and checking, before it is compared with what is known.
 *
 * @param encoding how the bytes were read, and why
 * @param cells in the order of the file
 * @param fileFindings what is wrong with the file, its sheets or its tables
 */
public record CheckedFile(SentFile file, String encoding, List<CheckedCell> cells, List<Finding> fileFindings) {

    /** The region that all cells are about; null if there are several or none. */
    public @Nullable String region() {
        return only(cell -> {
            var key = cell.key();
            return key == null ? cell.cell().head().region() : key.regionCode();
        });
    }

    /** The period of all cells; null if there are several or none. */
    public @Nullable String period() {
        return only(cell -> cell.cell().head().period());
    }

    /** Whether the file says that any of its values are generated. */
    public boolean isSynthetic() {
        return cells.stream().map(cell -> cell.cell().head()).anyMatch(RowHead::synthetic);
    }

    private @Nullable String only(Function<CheckedCell, String> part) {
        String only = null;
        for (CheckedCell cell : cells) {
            String text = part.apply(cell);
            if (only != null && !Objects.equals(only, text)) {
                return null;
            }
            only = text;
        }
        return only;
    }
}
