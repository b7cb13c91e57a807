package org.wenheng.ingest.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Form;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.ValueStatus;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.submission.KnownValue;
import org.wenheng.ingest.template.KnownFacilities;
import org.wenheng.ingest.template.KnownFacility;

/** What templates show of what is known now: the values of a period and of the one before, and the facilities. */
final class KnownForTemplates implements Known, KnownFacilities {
    /** A facility that was not reported for so many years is taken for closed. */
    private static final int YEARS = 2;

    private final Map<ObservationKey, KnownValue> values = new HashMap<>();
    /** Facilities by region and kind, each by its code. */
    private final Map<String, Map<String, KnownFacility>> facilities = new HashMap<>();

    private KnownForTemplates() {}

    /** For a lake that is not there yet. */
    static KnownForTemplates nothing() {
        return new KnownForTemplates();
    }

    /**
     * Reads what is known about all regions in two queries.
     *
     * @param regions codes of the regions; empty for all
     */
    static KnownForTemplates read(
            Dataset<Row> observations, Catalogue catalogue, Period period, Collection<String> regions) {
        Dataset<Row> now = observations
                .where(col("catalogue").equalTo(catalogue.code()))
                .where(col("known_to").isNull());
        if (!regions.isEmpty()) {
            now = now.where(col("region_code").isin(regions.toArray()));
        }
        KnownForTemplates known = new KnownForTemplates();
        known.readValues(now, period);
        known.readFacilities(now, catalogue, period);
        return known;
    }

    private void readValues(Dataset<Row> now, Period period) {
        for (Row row : now.where(
                        col("period").isin(period.code(), period.previous().code()))
                .select("region_code", "facility_code", "period", "element_code", "status", "value")
                .collectAsList()) {
            values.put(
                    new ObservationKey(row.getString(0), row.getString(1), row.getString(2), row.getString(3)),
                    new KnownValue(ValueStatus.ofCode(row.getString(4)), row.getDecimal(5)));
        }
    }

    /** A facility is of the kind whose forms ask for an element that was reported about it. */
    private void readFacilities(Dataset<Row> now, Catalogue catalogue, Period period) {
        Map<String, Set<String>> kinds = new HashMap<>();
        for (Form form : catalogue.forms().values()) {
            if (form.facilityType() != null) {
                for (String element : form.elements()) {
                    kinds.computeIfAbsent(element, key -> new HashSet<>()).add(form.facilityType());
                }
            }
        }
        String first = Integer.toString(period.year() - YEARS);
        for (Row row : now.where(col("facility_code").notEqual(""))
                .where(col("period").geq(first))
                .groupBy("region_code", "facility_code", "element_code")
                .agg(max_by(col("facility_name"), struct(col("known_from"), col("period"))))
                .collectAsList()) {
            for (String kind : kinds.getOrDefault(row.getString(2), Set.of())) {
                facilities
                        .computeIfAbsent(row.getString(0) + " " + kind, key -> new TreeMap<>())
                        .put(row.getString(1), new KnownFacility(row.getString(1), row.getString(3)));
            }
        }
    }

    @Override
    public @Nullable KnownValue find(ObservationKey key) {
        return values.get(key);
    }

    @Override
    public List<KnownFacility> of(String region, String facilityType) {
        return List.copyOf(
                facilities.getOrDefault(region + " " + facilityType, Map.of()).values());
    }
}
