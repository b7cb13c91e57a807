package org.wenheng.api.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The colours of grades: {@code best} … {@code worst}, by their order alone.
 *
 * @param grades Chinese names, best first
 */
public record GradeScale(List<String> grades) {
    public GradeScale {
        grades = List.copyOf(grades);
    }

    /** The colour word of a grade: best, good, fair, worst, or none. */
    public String colour(@Nullable String grade) {
        int place = grade == null ? -1 : grades.indexOf(grade);
        if (place < 0) {
            return "none";
        }
        if (place == 0) {
            return "best";
        }
        if (place == grades.size() - 1 && grades.size() > 2) {
            return "worst";
        }
        return place == 1 ? "good" : "fair";
    }
}
