package org.wenheng.ingest.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;

/** What is known, in memory: the contract of {@link Known} over the observations that were learned. */
public final class RememberedValues implements Known {
    private final Catalogue catalogue;
    private final Map<String, Period> periods = new HashMap<>();
    private final Map<ObservationKey, KnownValue> values = new HashMap<>();
    private final Map<ObservationKey, NavigableMap<Period, BigDecimal>> series = new HashMap<>();
    private final Map<List<String>, List<Region>> families = new HashMap<>();
    private final Map<List<String>, Map<ObservationKey, NavigableMap<Period, BigDecimal>>> groups = new HashMap<>();

    public RememberedValues(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Region region : catalogue.regions().values()) {
            families.computeIfAbsent(family(region), any -> new ArrayList<>()).add(region);
        }
    }

    private Period period(ObservationKey key) {
        return periods.computeIfAbsent(key.period(), code -> Period.parse(code).orElseThrow());
    }

    private static List<String> family(Region region) {
        return List.of(region.parent() == null ? "" : region.parent(), region.level());
    }

    /** From now on these are known. */
    public void learn(Collection<Observation> observations) {
        observations.forEach(observation -> {
            values.put(observation.key(), observation.value());
            NavigableMap<Period, BigDecimal> known =
                    series.computeIfAbsent(withoutPeriod(observation.key()), any -> new TreeMap<>());
            groups.computeIfAbsent(group(observation.key()), any -> new HashMap<>())
                    .put(withoutPeriod(observation.key()), known);
            Period period = period(observation.key());
            BigDecimal value = observation.value().value();
            if (value == null) {
                known.remove(period);
            } else {
                known.put(period, value);
            }
        });
    }

    /** Values with the same group are peers: of one element, of regions of one level and peer group, or of facilities. */
    private List<String> group(ObservationKey key) {
        Region region = Objects.requireNonNull(catalogue.regions().get(key.regionCode()));
        return List.of(
                key.elementCode(),
                region.level(),
                String.valueOf(region.attribute("peer-group")),
                key.facilityCode().isEmpty() ? "region" : "facility");
    }

    private static ObservationKey withoutPeriod(ObservationKey key) {
        return new ObservationKey(key.regionCode(), key.facilityCode(), "", key.elementCode());
    }

    @Override
    public @Nullable KnownValue find(ObservationKey key) {
        return values.get(key);
    }

    @Override
    public List<PastValue> before(ObservationKey key) {
        NavigableMap<Period, BigDecimal> known = series.get(withoutPeriod(key));
        if (known == null) {
            return List.of();
        }
        List<PastValue> before = new ArrayList<>();
        known.headMap(period(key), false)
                .descendingMap()
                .forEach((period, value) -> before.add(new PastValue(period, value)));
        return before.size() > HISTORY_PERIODS ? before.subList(0, HISTORY_PERIODS) : before;
    }

    /** The peers of a county are those of its peer group; of a facility, the facilities that report the same element. */
    @Override
    public List<BigDecimal> peers(ObservationKey key) {
        Period before = period(key).previous();
        List<BigDecimal> peers = new ArrayList<>();
        groups.getOrDefault(group(key), Map.of()).forEach((other, known) -> {
            BigDecimal value = known.get(before);
            if (value != null && !other.regionCode().equals(key.regionCode())) {
                peers.add(value);
            }
        });
        return peers;
    }

    @Override
    public Map<String, BigDecimal> siblings(ObservationKey key) {
        Region own = catalogue.regions().get(key.regionCode());
        if (own == null || !key.facilityCode().isEmpty()) {
            return Map.of();
        }
        Map<String, BigDecimal> siblings = new HashMap<>();
        for (Region sibling : families.getOrDefault(family(own), List.of())) {
            KnownValue value = find(new ObservationKey(sibling.code(), "", key.period(), key.elementCode()));
            if (value != null && value.value() != null && !sibling.equals(own)) {
                siblings.put(sibling.code(), value.value());
            }
        }
        return siblings;
    }
}
