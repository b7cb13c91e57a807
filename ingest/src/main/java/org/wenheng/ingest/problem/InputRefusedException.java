package org.wenheng.ingest.problem;

import java.util.List;
import java.util.stream.Collectors;

/** An input was refused: its author has to act. Commands end with exit code 1, the API answers with a 4xx status. */
public final class InputRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * @param subject what was being read, such as a file name
     * @param problems what is wrong with it; at least one
     */
    public InputRefusedException(String subject, List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(
                        "\n  ",
                        "%s: 有%d处问题 / %d problem(s)\n  ".formatted(subject, problems.size(), problems.size()),
                        "")));
        this.problems = List.copyOf(problems);
    }

    /** An input refused for one reason. */
    public static InputRefusedException of(String code, String where, String chinese, String english) {
        return new InputRefusedException(where, List.of(new Problem(code, where, chinese, english)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
