package org.wenheng.analytics.robust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wenheng.analytics.robust.Uncertainty.Alternatives;

/** What may vary in a study, all of whose targets exist. */
final class Declaration {
    private final Study study;
    private final List<Uncertainty> uncertainties;

    /**
     * @throws IllegalArgumentException if a name occurs twice, a target does not exist or is of the wrong kind, or two
     *     uncertainties change the same
     */
    Declaration(Study study, List<Uncertainty> uncertainties) {
        this.study = study;
        this.uncertainties = List.copyOf(uncertainties);
        Set<String> names = new HashSet<>();
        Map<String, String> changedBy = new HashMap<>();
        for (Uncertainty uncertainty : uncertainties) {
            if (!names.add(uncertainty.name())) {
                throw new IllegalArgumentException("Two uncertainties are called " + uncertainty.name());
            }
            for (String subject : subjects(uncertainty)) {
                String other = changedBy.put(subject, uncertainty.name());
                if (other != null) {
                    throw new IllegalArgumentException(
                            "Both %s and %s change the %s".formatted(other, uncertainty.name(), subject));
                }
            }
        }
    }

    /** Every target is touched once, so that a wrong one is refused now and not in the middle of the replications. */
    private Set<String> subjects(Uncertainty uncertainty) {
        try {
            Set<String> subjects = uncertainty.subjects(study.tree());
            Variant variant = new Variant(study);
            if (uncertainty instanceof Alternatives alternatives) {
                alternatives.alternatives().forEach(each -> each.changes().forEach(variant::change));
            } else if (uncertainty instanceof ValueErrors errors) {
                errors.margins().keySet().forEach(variant::column);
            } else {
                apply(variant, uncertainty, 0.5);
            }
            return subjects;
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "Uncertainty %s: %s".formatted(uncertainty.name(), wrong.getMessage()), wrong);
        }
    }

    Study study() {
        return study;
    }

    List<Uncertainty> uncertainties() {
        return uncertainties;
    }

    /** What every uncertainty comes to at a point. */
    List<Drawn> drawn(double[] point) {
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            drawn.add(uncertainties.get(i).draw(point[i], study.tree()));
        }
        return drawn;
    }

    /** The index as it is built at a point. */
    Variant variant(double[] point) {
        Variant variant = new Variant(study);
        for (int i = 0; i < point.length; i++) {
            apply(variant, uncertainties.get(i), point[i]);
        }
        return variant;
    }

    private void apply(Variant variant, Uncertainty uncertainty, double coordinate) {
        Drawn drawn = uncertainty.draw(coordinate, study.tree());
        if (drawn instanceof Drawn.Chosen chosen && uncertainty instanceof Alternatives alternatives) {
            alternatives.alternatives().get(chosen.place()).changes().forEach(variant::change);
        } else if (drawn instanceof Drawn.Weights weights) {
            weights.weights().forEach(variant::weigh);
        } else if (drawn instanceof Drawn.Errors errors && uncertainty instanceof ValueErrors source) {
            variant.add(new Variant.Errors(source, errors.seed()));
        } else if (drawn instanceof Drawn.Errors errors && uncertainty instanceof Uncertainty.Revaluation anew) {
            variant.revalue(anew.values().apply(errors.seed()));
        }
    }
}
