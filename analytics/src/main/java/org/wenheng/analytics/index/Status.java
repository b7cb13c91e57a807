package org.wenheng.analytics.index;

import java.util.List;

/** The words for the status of a node, see {@link NodeResult#status()}. */
final class Status {
    static final String SCORED = "scored";
    static final String PARTIAL = "partial";
    static final String IMPUTED = "imputed";
    static final String MISSING = "missing";
    static final String NOT_APPLICABLE = "not-applicable";

    private Status() {}

    static String of(IndicatorValue value) {
        return switch (value.state()) {
            case VALUE -> value.partial() ? PARTIAL : SCORED;
            case FULL_POINTS -> SCORED;
            case MISSING -> MISSING;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
        };
    }

    /** An inner node is missing or not applicable only if all its children that apply are missing, or none applies. */
    static String ofChildren(List<NodeResult> children) {
        List<String> applying = children.stream()
                .map(NodeResult::status)
                .filter(status -> !status.equals(NOT_APPLICABLE))
                .toList();
        if (applying.isEmpty()) {
            return NOT_APPLICABLE;
        }
        return applying.stream().allMatch(MISSING::equals) ? MISSING : SCORED;
    }
}
