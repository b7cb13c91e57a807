package org.wenheng.ingest.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers the problems of one input, so that its author hears of all of them at once. Not safe for several threads. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem; see {@link Problem} for the parts. */
    public void add(String code, String where, String chinese, String english) {
        found.add(new Problem(code, where, chinese, english));
    }

    /** The problems so far, in the order in which they were found. */
    public List<Problem> found() {
        return List.copyOf(found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Throws if anything was found.
     *
     * @param subject what was being read, for the first line of the message
     * @throws InputRefusedException with every problem found
     */
    public void throwIfAny(String subject) {
        if (!found.isEmpty()) {
            throw new InputRefusedException(subject, found());
        }
    }
}
