package org.wenheng.ingest.lake;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.wenheng.ingest.lake.KnownNow.Place;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Region;

/**
 * The numbers of a peer group for an element and a period, ascending; made once and kept until one of them changes.
 *
 * <p>A region's peers are the other regions of its level with the same {@code peer-group}; where it has none, all others of
 * its level. A facility's peers are the other facilities in the regions of that group, its own included.
 */
final class PeerNumbers {
    /** Name of the attribute by which a catalogue groups regions that may be compared. */
    static final String ATTRIBUTE = "peer-group";

    private final Catalogue catalogue;
    private final Map<Question, Map<Group, BigDecimal[]>> known = new HashMap<>();

    PeerNumbers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Regions that are compared with each other.
     *
     * @param name the common {@code peer-group}; empty for all regions of the level
     */
    record Kind(String level, String name) {
        /** The kind whose members are the peers of a region. */
        static Kind of(Region region) {
            String name = region.attribute(ATTRIBUTE);
            return new Kind(region.level(), name == null ? "" : name);
        }

        boolean includes(Region region) {
            return level.equals(region.level()) && (name.isEmpty() || name.equals(region.attribute(ATTRIBUTE)));
        }
    }

    private record Question(String element, int position) {}

    private record Group(Kind kind, boolean ofFacilities) {}

    /** The numbers of the peers of a place, without its own. */
    List<BigDecimal> of(String element, Place place, int position, Map<Place, Track> places, ValueCodes codes) {
        Region region = catalogue.regions().get(place.regionCode());
        if (region == null) {
            return List.of();
        }
        BigDecimal[] numbers = known.computeIfAbsent(
                        new Question(element, position), question -> groups(position, places, codes))
                .getOrDefault(new Group(Kind.of(region), isFacility(place)), new BigDecimal[0]);
        Track own = places.get(place);
        BigDecimal number = own == null ? null : codes.number(own.get(position));
        return new AllButOne(numbers, number == null ? -1 : Arrays.binarySearch(numbers, number));
    }

    /** A number of an element and a period has changed. */
    void forget(String element, int position) {
        known.remove(new Question(element, position));
    }

    private Map<Group, BigDecimal[]> groups(int position, Map<Place, Track> places, ValueCodes codes) {
        Map<Group, List<BigDecimal>> groups = new HashMap<>();
        places.forEach((place, track) -> {
            Region region = catalogue.regions().get(place.regionCode());
            BigDecimal number = codes.number(track.get(position));
            if (region != null && number != null) {
                for (Kind kind : new HashSet<>(List.of(Kind.of(region), new Kind(region.level(), "")))) {
                    groups.computeIfAbsent(new Group(kind, isFacility(place)), key -> new ArrayList<>())
                            .add(number);
                }
            }
        });
        Map<Group, BigDecimal[]> sorted = new HashMap<>();
        groups.forEach(
                (group, numbers) -> sorted.put(group, numbers.stream().sorted().toArray(BigDecimal[]::new)));
        return sorted;
    }

    private static boolean isFacility(Place place) {
        return !place.facilityCode().isEmpty();
    }

    /** Sorted numbers without one of them; nothing is copied. */
    private static final class AllButOne extends AbstractList<BigDecimal> implements RandomAccess {
        private final BigDecimal[] numbers;
        private final int without;

        /** @param without negative to leave out none */
        AllButOne(BigDecimal[] numbers, int without) {
            this.numbers = numbers;
            this.without = without;
        }

        @Override
        public BigDecimal get(int index) {
            return numbers[without >= 0 && index >= without ? index + 1 : index];
        }

        @Override
        public int size() {
            return numbers.length - (without >= 0 ? 1 : 0);
        }
    }
}
