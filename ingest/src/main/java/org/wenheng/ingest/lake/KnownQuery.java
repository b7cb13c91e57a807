package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.lake.KnownNow.Place;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.submission.KnownValue;
import scala.Function1;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Reads from the lake what the files of a batch may be compared with, in one query. */
final class KnownQuery {
    /** With more regions than this the filter costs more than it saves. */
    private static final int REGIONS_IN_FILTER = 200;

    private static final int NO_PERIOD = -1;

    private final Dataset<Row> current;
    private final KnownScope scope;
    private final KnownNow known;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<Place, Place> places = new HashMap<>();
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
        query.readValues();
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

    /** Blocks are taken in as their tasks end, in any order, so that never all of them are held at once. */
    private void readValues() {
        RDD<InternalRow> rows = current.select(
                        col("region_code"),
                        col("facility_code"),
                        col("element_code"),
                        col("period"),
                        ValueCodes.ofRow())
                .queryExecution()
                .toRdd();
        rows.sparkContext()
                .runJob(
                        rows,
                        (Function1<Iterator<InternalRow>, KnownBlock> & Serializable) KnownBlock::of,
                        (task, block) -> {
                            remember(block);
                            return BoxedUnit.UNIT;
                        },
                        ClassTag$.MODULE$.apply(KnownBlock.class));
    }

    private void remember(KnownBlock block) {
        Place[] places = new Place[block.regions().length];
        for (int i = 0; i < places.length; i++) {
            Place place = new Place(block.regions()[i], block.facilities()[i]);
            places[i] = this.places.computeIfAbsent(place, same -> same);
        }
        List<Map<Place, Track>> elements =
                Stream.of(block.elements()).map(known::tracks).toList();
        int[] periods = Stream.of(block.periods())
                .mapToInt(period -> positions.getOrDefault(period, NO_PERIOD))
                .toArray();
        block.read((place, element, period, code) -> {
            if (code == ValueCodes.LARGE_IN_TABLE) {
                anyLarge = true;
            } else if (periods[period] != NO_PERIOD) {
                elements.get(element)
                        .computeIfAbsent(places[place], any -> new Track(positions.size() + 1))
                        .put(periods[period], code);
            }
        });
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
}
