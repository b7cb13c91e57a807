package org.wenheng.ingest.pull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.source.Credentials;
import org.wenheng.ingest.source.JdbcSource;
import org.wenheng.ingest.source.KeyColumn;
import org.wenheng.ingest.source.Manifest;
import org.wenheng.ingest.source.PartFile;
import org.wenheng.ingest.source.PullFolder;
import org.wenheng.ingest.source.PullFolder.Numbered;
import org.wenheng.ingest.source.PulledPart;
import org.wenheng.ingest.source.SourceQuery;
import org.wenheng.ingest.source.Window;

/**
 * Reads what is new at a source into files. A pull fixes its window first (from the last watermark less the overlap, to
 * the highest there is), then reads part by part in one read-only transaction, holding a few thousand rows at a time.
 *
 * <p>What is promised: every row of the window is in exactly one part, counted by the server before and compared after.
 * A pull that was cut off goes on with the same window; a row that was changed at the source in between has left the
 * window and comes with the next pull. The watermark moves on only when {@link #complete} says that the files were taken
 * in. Rows deleted at the source are not seen; a full pull reads what is there.
 */
public final class Pull {
    private final JdbcSource source;
    private final List<String> needed;
    private final Credentials credentials;
    private final PullFolder folder;

    /**
     * The pull of a source.
     *
     * @param needed names of the columns that the mapping reads
     * @param folder of the pulls of this mapping
     */
    public Pull(JdbcSource source, List<String> needed, Credentials credentials, PullFolder folder) {
        this.source = source;
        this.needed = List.copyOf(needed);
        this.credentials = credentials;
        this.folder = folder;
    }

    /**
     * What was read.
     *
     * @param server name and version of the server
     * @param pull number and manifest
     * @param readBefore parts that an earlier run had read
     * @param files of all parts that have rows, in order
     */
    public record Pulled(String server, Numbered pull, int readBefore, List<Path> files) {}

    /** What a pull would read now: the manifest of a pull that has not begun, or of the one that would go on. */
    public Manifest plan(boolean full, Instant now) {
        try (SourceConnection connection = SourceConnection.open(source, credentials)) {
            Optional<Numbered> unfinished = unfinished(full);
            return unfinished.isPresent()
                    ? unfinished.get().manifest()
                    : new Plan(connection, columns(connection)).make(full, now);
        }
    }

    /**
     * Reads what is new, or goes on where a pull was cut off.
     *
     * @param full whether all rows are read, not only new ones
     * @param now when a new pull begins
     * @param partRead is told every part when its file is in its place
     * @throws InputRefusedException if the source is not as the mapping says, or cannot be read
     */
    public Pulled read(boolean full, Instant now, Consumer<PulledPart> partRead) {
        try (SourceConnection connection = SourceConnection.open(source, credentials)) {
            SourceColumns columns = columns(connection);
            Optional<Numbered> unfinished =
                    unfinished(full).filter(pull -> pull.manifest().columns().equals(columns.names()));
            Numbered pull = unfinished.orElseGet(() -> folder.begin(new Plan(connection, columns).make(full, now)));
            int readBefore = pull.manifest().parts().size();
            for (int number : pull.manifest().missing()) {
                PulledPart part = read(connection, columns, pull, number);
                pull = new Numbered(pull.number(), pull.manifest().with(part));
                folder.save(pull);
                partRead.accept(part);
            }
            if (readBefore == 0) {
                requireAllRows(connection, pull.manifest());
            }
            return new Pulled(connection.serverName(), pull, readBefore, folder.files(pull));
        }
    }

    /** Says that the files of a pull were taken in: the next pull begins at its watermark. */
    public void complete(Pulled pulled, Instant now) {
        folder.save(
                new Numbered(pulled.pull().number(), pulled.pull().manifest().completedAt(now)));
    }

    private SourceColumns columns(SourceConnection connection) {
        return SourceColumns.of(connection, source, needed);
    }

    private Optional<Numbered> unfinished(boolean full) {
        return folder.unfinished()
                .map(pull -> new Numbered(pull.number(), folder.verified(pull)))
                .filter(pull -> pull.manifest().canGoOn(source.version(), full));
    }

    private PulledPart read(SourceConnection connection, SourceColumns columns, Numbered pull, int number) {
        Manifest manifest = pull.manifest();
        SourceQuery query = new SourceQuery(source, manifest.watermark(), manifest.key());
        String after = manifest.after(number).orElse(null);
        String last = manifest.last(number).orElse(null);
        try (PartFile file = PartFile.open(folder.folder(pull.number()), number, manifest.columns())) {
            return connection.ask(
                    query.part(manifest.window(), manifest.columns(), after, last),
                    rows -> copy(rows, columns.read(), file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write part " + number, e);
        }
    }

    private PulledPart copy(ResultSet rows, List<SourceColumn> columns, PartFile file) throws SQLException {
        try {
            while (rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    file.value(columns.get(i).text(rows, i + 1, source.clock()));
                }
                file.endRow();
            }
            return file.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a part", e);
        }
    }

    /** Keys that sort otherwise than they compare would lose rows; nobody should have to find that out later. */
    private static void requireAllRows(SourceConnection connection, Manifest manifest) {
        if (manifest.rowsRead() != manifest.rows()) {
            throw connection
                    .problems()
                    .refused(
                            "SOURCE_ROWS_DIFFER",
                            "服务器说有 %d 行,各分片共读到 %d 行:partition 的列排序与比较不一致,或 query 每次结果不同;请换一列"
                                    .formatted(manifest.rows(), manifest.rowsRead()),
                            "The server counted %d rows and the parts have %d: the column of partition does not sort as it compares, or the query answers differently each time; choose another column"
                                    .formatted(manifest.rows(), manifest.rowsRead()));
        }
    }

    /** Fixes window and parts. */
    private final class Plan {
        private final SourceConnection connection;
        private final SourceColumns columns;
        private final SourceQuery query;

        Plan(SourceConnection connection, SourceColumns columns) {
            this.connection = connection;
            this.columns = columns;
            this.query = new SourceQuery(source, columns.watermark(), columns.key());
        }

        Manifest make(boolean fullAsked, Instant now) {
            String reached = fullAsked || columns.watermark() == null
                    ? null
                    : folder.lastCompleted(source.version())
                            .map(manifest -> manifest.window().to())
                            .orElse(null);
            Window open = new Window(reached == null ? null : below(reached), null);
            Extent extent = extent(open);
            if (reached != null && extent.rows() == 0) {
                requireNotBehind(open);
            }
            Window window = new Window(open.from(), highest(extent.highest(), reached));
            return new Manifest(
                    source.mapping(),
                    source.version(),
                    source.server().url(),
                    now,
                    reached == null,
                    columns.watermark(),
                    window,
                    columns.key(),
                    extent.rows() == 0 ? List.of() : ends(window),
                    extent.rows(),
                    columns.names(),
                    List.of(),
                    null);
        }

        private record Extent(long rows, @Nullable String highest) {}

        private Extent extent(Window window) {
            return connection.ask(query.extent(window), rows -> {
                rows.next();
                String highest = rows.getString(2);
                KeyColumn column = columns.watermark();
                return new Extent(
                        rows.getLong(1),
                        highest == null || column == null ? null : column.kind().text(highest));
            });
        }

        private String below(String reached) {
            KeyColumn column = columns.watermark();
            if (column == null || source.watermark() == null) {
                throw new IllegalStateException("Only a source with a watermark goes on from one");
            }
            return column.kind().below(reached, source.watermark().overlap());
        }

        /** The last row may have been deleted: the watermark never goes back by itself. */
        private @Nullable String highest(@Nullable String found, @Nullable String reached) {
            KeyColumn column = columns.watermark();
            if (column == null || found == null) {
                return reached;
            }
            if (column.kind().bound(found).isEmpty()) {
                throw connection
                        .problems()
                        .refused(
                                "SOURCE_WATERMARK_UNUSABLE",
                                "watermark 的列“%s”最大值为“%s”,不能用来续读".formatted(column.name(), found),
                                "The highest value of the column \"%s\" of watermark is \"%s\", from which no pull can go on"
                                        .formatted(column.name(), found));
            }
            return reached != null && column.kind().compare(found, reached) < 0 ? reached : found;
        }

        /** A table that was emptied and filled again with lower numbers would never be read. */
        private void requireNotBehind(Window open) {
            Extent all = extent(Window.ALL);
            if (all.highest() != null) {
                throw connection
                        .problems()
                        .refused(
                                "SOURCE_WATERMARK_WENT_BACK",
                                "源表最大水位“%s”低于上次读到的位置“%s”,表可能被重建;请用 --full 全量拉取".formatted(all.highest(), open.from()),
                                "The highest watermark of the source is \"%s\", below \"%s\" where the last pull ended; the table may have been made anew: pull with --full"
                                        .formatted(all.highest(), open.from()));
            }
        }

        private List<String> ends(Window window) {
            List<String> ends = new ArrayList<>();
            KeyColumn key = columns.key();
            if (key == null || source.partition() == null) {
                return ends;
            }
            int rowsOfPart = source.partition().rows();
            Optional<String> end = end(window, key, rowsOfPart, null);
            while (end.isPresent()) {
                ends.add(end.get());
                end = end(window, key, rowsOfPart, end.get());
            }
            return ends;
        }

        /** The key with which the part ends that begins after a key; empty if no row comes after it. */
        private Optional<String> end(Window window, KeyColumn key, int rowsOfPart, @Nullable String after) {
            return connection.ask(query.end(window, after, rowsOfPart), rows -> {
                String last = rows.next() ? rows.getString(1) : null;
                return rows.next() && last != null ? Optional.of(key.kind().text(last)) : Optional.empty();
            });
        }
    }
}
