package org.wenheng.ingest.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.yaml.YamlFile;

/** Units by what they measure. A unit that is not in the table still equals itself. */
public final class Units {
    /** Decimals of a stored value. */
    public static final int SCALE = 6;

    private static final String RESOURCE = "units.yml";

    private final Map<String, Unit> units;

    private Units(Map<String, Unit> units) {
        this.units = units;
    }

    /** The units that come with Wenheng. */
    public static Units standard() {
        try (InputStream stream = Units.class.getResourceAsStream(RESOURCE)) {
            byte[] bytes = Objects.requireNonNull(stream, RESOURCE).readAllBytes();
            return parse(RESOURCE, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads units: what is measured, then the size of each unit in the first one. */
    static Units parse(String name, String text) {
        Problems problems = new Problems();
        Map<String, Unit> units = new LinkedHashMap<>();
        YamlFile.parse(name, text, problems)
                .entries()
                .forEach((quantity, sizes) -> sizes.entries().forEach((unit, size) -> {
                    if (units.put(normal(unit), new Unit(unit, quantity, size.number())) != null) {
                        size.problem(
                                "UNIT_REPEATED", "单位“%s”重复".formatted(unit), "Unit \"%s\" repeated".formatted(unit));
                    }
                }));
        problems.throwIfAny(name);
        return new Units(units);
    }

    /** Whether a unit stands in the table. */
    public boolean knows(String unit) {
        return units.containsKey(normal(unit));
    }

    /**
     * A value in another unit. Exact wherever the result has at most six decimals; otherwise rounded half to even there.
     *
     * @return empty if the units do not measure the same, or one is unknown and they differ
     */
    public Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
        if (normal(from).equals(normal(to))) {
            return Optional.of(value);
        }
        Unit source = units.get(normal(from));
        Unit target = units.get(normal(to));
        if (source == null || target == null || !source.quantity().equals(target.quantity())) {
            return Optional.empty();
        }
        return Optional.of(value.multiply(source.size()).divide(target.size(), SCALE, RoundingMode.HALF_EVEN));
    }

    /**
     * The unit that measures the same and is a power of ten larger, or smaller for a negative power.
     *
     * @return empty if the table has none, or does not know the unit
     */
    public Optional<String> findNeighbour(String unit, int power) {
        Unit known = units.get(normal(unit));
        if (known == null) {
            return Optional.empty();
        }
        BigDecimal wanted = known.size().scaleByPowerOfTen(power);
        return units.entrySet().stream()
                .filter(entry -> entry.getValue().quantity().equals(known.quantity())
                        && entry.getValue().size().compareTo(wanted) == 0)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The units in which a reporter may give a value, from small to large: those that are a power of ten of the canonical
     * one, at most ten thousand times larger or smaller, one name each. Only the unit itself if it stands in no table.
     */
    public List<String> choices(String unit) {
        Unit canonical = units.get(normal(unit));
        if (canonical == null) {
            return List.of(unit);
        }
        Map<Integer, String> byPower = new TreeMap<>();
        byPower.put(0, unit);
        for (Unit candidate : units.values()) {
            if (candidate.quantity().equals(canonical.quantity())) {
                BigDecimal ratio = candidate
                        .size()
                        .divide(canonical.size(), 2 * SCALE, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
                if (ratio.precision() == 1 && ratio.unscaledValue().intValue() == 1 && Math.abs(ratio.scale()) <= 4) {
                    byPower.putIfAbsent(-ratio.scale(), candidate.name());
                }
            }
        }
        return List.copyOf(byPower.values());
    }

    /** Full-width letters, inner spaces and case do not matter. */
    private static String normal(String unit) {
        return Normalizer.normalize(unit, Normalizer.Form.NFKC).replace(" ", "").toLowerCase(java.util.Locale.ROOT);
    }

    private record Unit(String name, String quantity, BigDecimal size) {}
}
