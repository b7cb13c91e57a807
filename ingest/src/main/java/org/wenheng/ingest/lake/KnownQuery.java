package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.crc32;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.lake.KnownNow.Place;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.submission.KnownValue;

/** Reads from the lake what the files of a batch may be compared with, in one query. */
final class KnownQuery {
    /** From so many series on, Spark puts the periods of each into one row: fewer rows to carry, and bounded memory. */
    private static final int MANY_SERIES = 20_000;

    /** With more periods than this a row for a series is too wide. */
    private static final int PERIODS_IN_A_ROW = 64;

    /** With more regions than this the filter costs more than it saves. */
    private static final int REGIONS_IN_FILTER = 200;

    private final Dataset<Row> current;
    private final KnownScope scope;
    private final KnownNow known;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private boolean anyLarge;

    private KnownQuery(Dataset<Row> observations, Catalogue catalogue, KnownScope scope) {
        this.scope = scope;
        this.known = new KnownNow(catalogue);
        for (String code : scope.allPeriods()) {
            Period.parse(code).ifPresent(period -> positions.put(code, Track.position(period)));
        }
        this.current = observations
                .where(col("catalogue").equalTo(catalogue.code()))
                .where(col("period").isin(scope.allPeriods().toArray()))
                .where(col("known_to").isNull())
                .where(col("element_code").isin(scope.elements().toArray()))
                .where(inRegions());
    }

    /**
     * What is known now.
     *
     * @param observations the table of observations
     */
    static KnownNow ask(Dataset<Row> observations, Catalogue catalogue, KnownScope scope) {
        KnownQuery query = new KnownQuery(observations, catalogue, scope);
        if (scope.series() > MANY_SERIES && query.positions.size() <= PERIODS_IN_A_ROW && query.checksumsDiffer()) {
            query.readSeries();
        } else {
            query.readValues();
        }
        query.readLargeNumbers();
        return query.known;
    }

    /**
     * The latest moment at which one of the values became known that are replaced, if that is after they were received.
     *
     * @param replaced what the values are about
     */
    static Optional<Instant> latest(
            Dataset<Row> observations, String catalogue, Set<ObservationKey> replaced, Instant received) {
        if (replaced.isEmpty()) {
            return Optional.empty();
        }
        Object[] periods = replaced.stream()
                .map(ObservationKey::period)
                .distinct()
                .sorted()
                .toArray();
        return observations
                .where(col("catalogue").equalTo(catalogue))
                .where(col("period").isin(periods))
                .where(col("known_from").gt(lit(received)))
                .where(col("known_to").isNull())
                .select("region_code", "facility_code", "period", "element_code", "known_from")
                .collectAsList()
                .stream()
                .filter(row -> replaced.contains(
                        new ObservationKey(row.getString(0), row.getString(1), row.getString(2), row.getString(3))))
                .map(row -> row.getTimestamp(4).toInstant())
                .max(Comparator.naturalOrder());
    }

    /** The values of the files' own regions and those above, beside and below, now and before; their own history; their peers' last. */
    private Column inRegions() {
        Column given = col("period").isin(scope.periods().toArray());
        Column before = col("period").isin(scope.previous().toArray());
        Column ofRegion = col("facility_code").equalTo("");
        return given.and(oneOf(scope.regions()).or(ofRegion.and(oneOf(scope.relatives()))))
                .or(col("period").isin(scope.history().toArray()).and(oneOf(scope.regions())))
                .or(before.and(oneOf(scope.peers()).or(ofRegion.and(oneOf(scope.relatives())))));
    }

    private static Column oneOf(Set<String> regions) {
        return regions.size() > REGIONS_IN_FILTER
                ? lit(true)
                : col("region_code").isin(regions.toArray());
    }

    private void readValues() {
        for (Row row : current.select(
                        col("region_code"),
                        col("facility_code"),
                        col("element_code"),
                        col("period"),
                        ValueCodes.ofRow())
                .collectAsList()) {
            remember(row, row.getString(3), row.getLong(4));
        }
    }

    private boolean checksumsDiffer() {
        return positions.keySet().stream().map(KnownQuery::checksum).distinct().count() == positions.size();
    }

    private static long checksum(String period) {
        CRC32 checksum = new CRC32();
        checksum.update(period.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }

    /**
     * A row for each series, a column for each period. Which period a row is of is asked of a checksum: comparing texts for
     * every column costs a third of the time.
     */
    private void readSeries() {
        List<String> periods = positions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        List<Column> columns = new ArrayList<>();
        for (String period : periods) {
            columns.add(max(when(col("checksum").equalTo(lit(checksum(period))), col("code")))
                    .as(period));
        }
        Iterator<Row> rows = current.withColumn("code", ValueCodes.ofRow())
                .withColumn("checksum", crc32(col("period").cast("binary")))
                .groupBy("region_code", "facility_code", "element_code")
                .agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new))
                .toLocalIterator();
        int[] given = new int[periods.size()];
        long[] codes = new long[periods.size()];
        while (rows.hasNext()) {
            Row row = rows.next();
            int size = 0;
            for (int i = 0; i < periods.size(); i++) {
                if (!row.isNullAt(i + 3)) {
                    long code = row.getLong(i + 3);
                    anyLarge |= code == ValueCodes.LARGE_IN_TABLE;
                    if (code != ValueCodes.LARGE_IN_TABLE) {
                        given[size] = positions.getOrDefault(periods.get(i), 0);
                        codes[size++] = code;
                    }
                }
            }
            known.put(
                    one(row.getString(2)),
                    new Place(one(row.getString(0)), one(row.getString(1))),
                    Track.of(given, codes, size));
        }
    }

    private void remember(Row row, String period, long code) {
        Integer position = positions.get(period);
        if (code == ValueCodes.LARGE_IN_TABLE) {
            anyLarge = true;
        } else if (position != null) {
            known.put(one(row.getString(2)), new Place(one(row.getString(0)), one(row.getString(1))), position, code);
        }
    }

    private void readLargeNumbers() {
        if (!anyLarge) {
            return;
        }
        for (Row row : current.where(ValueCodes.ofRow().equalTo(ValueCodes.LARGE_IN_TABLE))
                .select("region_code", "facility_code", "period", "element_code", "value")
                .collectAsList()) {
            known.learn(
                    new ObservationKey(row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
                    new KnownValue(ValueStatus.REPORTED, row.getDecimal(4)));
        }
    }

    /** The same text is kept once. */
    private String one(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }
}
