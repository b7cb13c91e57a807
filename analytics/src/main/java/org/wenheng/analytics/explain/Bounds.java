package org.wenheng.analytics.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.reference.Catalogue;

/**
 * How far element values may be changed, as shares of what they are: 0.2 is a fifth up or down. What the catalogue says of an
 * element bounds it besides: its minimum and maximum, the element that it is a part of, whole numbers.
 *
 * @param otherwise of elements that {@code shares} does not name. It does not hold for those that the formulas only divide by
 *     or take off, such as residents: they are circumstances and stay, unless they are named
 * @param shares by code of the element; 0 leaves it as it is
 */
public record Bounds(double otherwise, Map<String, Double> shares) {

    /** A fifth for everything that can be acted on. */
    public static final Bounds FIFTH = new Bounds(0.2, Map.of());

    public Bounds {
        shares = Map.copyOf(shares);
        requireShare("otherwise", otherwise);
        shares.forEach(Bounds::requireShare);
    }

    private static void requireShare(String what, double share) {
        if (!(share >= 0) || Double.isInfinite(share)) {
            throw new IllegalArgumentException("A bound is a share of at least 0: %s %s".formatted(what, share));
        }
    }

    /** The share that was said for an element, if any was. */
    Optional<Double> said(String element) {
        return Optional.ofNullable(shares.get(element));
    }

    /** Refuses elements that the catalogue does not have. */
    void check(Catalogue catalogue) {
        List<Problem> problems = shares.keySet().stream()
                .sorted()
                .filter(code -> !catalogue.elements().containsKey(code))
                .map(code -> Known.unknown(
                        "BOUND_ELEMENT_UNKNOWN",
                        "数据元",
                        "element",
                        code,
                        catalogue.elements().keySet()))
                .toList();
        if (!problems.isEmpty()) {
            throw new InputRefusedException("bounds", problems);
        }
    }
}
