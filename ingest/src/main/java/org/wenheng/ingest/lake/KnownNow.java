package org.wenheng.ingest.lake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.ObservationKey;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Period;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.submission.Known;
import org.wenheng.ingest.submission.KnownValue;
import org.wenheng.ingest.submission.Observation;
import org.wenheng.ingest.submission.PastValue;

/**
 * What is known now of the values that the files of a batch may be compared with, and what these files add one after the
 * other. {@link KnownQuery} fills it. For one thread.
 */
final class KnownNow implements Known {
    private final Map<String, Map<Place, Track>> tracks = new HashMap<>();
    private final Map<String, Optional<Period>> periods = new HashMap<>();
    private final ValueCodes codes = new ValueCodes();
    private final Map<Family, List<String>> families = new HashMap<>();
    private final Catalogue catalogue;
    private final PeerNumbers peers;

    KnownNow(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.peers = new PeerNumbers(catalogue);
        for (Region region : catalogue.regions().values()) {
            families.computeIfAbsent(Family.of(region), family -> new ArrayList<>())
                    .add(region.code());
        }
    }

    /**
     * Regions of one level below one region.
     *
     * @param parent empty for the root
     */
    private record Family(String parent, String level) {
        static Family of(Region region) {
            String parent = region.parent();
            return new Family(parent == null ? "" : parent, region.level());
        }
    }

    /**
     * Where a value belongs.
     *
     * @param facilityCode empty for the region itself
     */
    record Place(String regionCode, String facilityCode) {
        /** Codes made of digits have hashes that crowd in a table: the mixing of MurmurHash3 (Appleby 2011) spreads them. */
        @Override
        public int hashCode() {
            int hash = 31 * regionCode.hashCode() + facilityCode.hashCode();
            hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
            return (hash ^ hash >>> 13) * 0xC2B2AE35;
        }
    }

    /** What is known of an element, place by place; what the lake says is put into it. */
    Map<Place, Track> tracks(String element) {
        return tracks.computeIfAbsent(element, key -> new HashMap<>());
    }

    /** From now on this is known. */
    void learn(ObservationKey key, KnownValue value) {
        Period period = period(key.period());
        if (period != null) {
            int position = Track.position(period);
            tracks(key.elementCode())
                    .computeIfAbsent(place(key), any -> new Track(1))
                    .put(position, codes.of(value));
            peers.forget(key.elementCode(), position);
        }
    }

    /** From now on these are known. */
    void learn(Collection<Observation> observations) {
        observations.forEach(observation -> learn(observation.key(), observation.value()));
    }

    @Override
    public @Nullable KnownValue find(ObservationKey key) {
        Track track = track(key);
        Period period = period(key.period());
        return track == null || period == null ? null : codes.value(track.get(Track.position(period)));
    }

    @Override
    public List<PastValue> before(ObservationKey key) {
        Track track = track(key);
        Period period = period(key.period());
        if (track == null || period == null) {
            return List.of();
        }
        List<PastValue> before = new ArrayList<>();
        for (int back = 1; back <= HISTORY_PERIODS; back++) {
            period = period.previous();
            BigDecimal number = codes.number(track.get(Track.position(period)));
            if (number != null) {
                before.add(new PastValue(period, number));
            }
        }
        return before;
    }

    @Override
    public List<BigDecimal> peers(ObservationKey key) {
        Map<Place, Track> places = tracks.get(key.elementCode());
        Period period = period(key.period());
        return places == null || period == null
                ? List.of()
                : peers.of(key.elementCode(), place(key), Track.position(period.previous()), places, codes);
    }

    @Override
    public Map<String, BigDecimal> siblings(ObservationKey key) {
        Map<Place, Track> places = tracks.get(key.elementCode());
        Region region = catalogue.regions().get(key.regionCode());
        Period period = period(key.period());
        if (places == null
                || region == null
                || period == null
                || !key.facilityCode().isEmpty()) {
            return Map.of();
        }
        Map<String, BigDecimal> siblings = new HashMap<>();
        for (String code : families.getOrDefault(Family.of(region), List.of())) {
            Track track = code.equals(region.code()) ? null : places.get(new Place(code, ""));
            BigDecimal number = track == null ? null : codes.number(track.get(Track.position(period)));
            if (number != null) {
                siblings.put(code, number);
            }
        }
        return siblings;
    }

    private @Nullable Track track(ObservationKey key) {
        Map<Place, Track> places = tracks.get(key.elementCode());
        return places == null ? null : places.get(place(key));
    }

    private static Place place(ObservationKey key) {
        return new Place(key.regionCode(), key.facilityCode());
    }

    private @Nullable Period period(String code) {
        return periods.computeIfAbsent(code, Period::parse).orElse(null);
    }
}
