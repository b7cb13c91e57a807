package org.wenheng.api.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered; the asker can act on it. */
public final class RequestProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int NAMED_AT_MOST = 12;

    private final HttpStatus status;
    private final String code;
    private final String chinese;
    private final String english;

    private RequestProblem(HttpStatus status, String code, String chinese, String english) {
        super(chinese + " / " + english);
        this.status = status;
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /** Something asked for does not exist (404). See {@link org.wenheng.ingest.problem.Problem} for the parts. */
    public static RequestProblem notFound(String code, String chinese, String english) {
        return new RequestProblem(HttpStatus.NOT_FOUND, code, chinese, english);
    }

    /** The request itself is wrong (400). */
    public static RequestProblem invalid(String code, String chinese, String english) {
        return new RequestProblem(HttpStatus.BAD_REQUEST, code, chinese, english);
    }

    /**
     * Checks that a value is one of the known words.
     *
     * @param name name of the parameter as the asker writes it
     * @return the value
     */
    public static String requireOneOf(String name, String value, List<String> known) {
        if (!known.contains(value)) {
            throw invalid(
                    "PARAMETER_INVALID",
                    "参数 %s 的值“%s”无效，可用：%s".formatted(name, value, String.join("、", known)),
                    "Invalid %s: %s (expected: %s)".formatted(name, value, String.join(", ", known)));
        }
        return value;
    }

    /** Checks that a number lies within bounds, both included, and gives it back. */
    public static int requireBetween(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw invalid(
                    "PARAMETER_INVALID",
                    "参数 %s 的值 %d 超出范围，应在 %d 到 %d 之间".formatted(name, value, low, high),
                    "Invalid %s: %d (expected: %d to %d)".formatted(name, value, low, high));
        }
        return value;
    }

    /** The known words for a sentence, at most a dozen of them; {@code none} if there are none. */
    public static String named(Collection<String> known, String separator, String none) {
        if (known.isEmpty()) {
            return none;
        }
        String some = String.join(separator, known.stream().limit(NAMED_AT_MOST).toList());
        return known.size() > NAMED_AT_MOST ? some + separator + "… (" + known.size() + ")" : some;
    }

    /** The same, sorted first. */
    public static String namedInOrder(Collection<String> known, String separator, String none) {
        return named(known.stream().sorted(Comparator.naturalOrder()).toList(), separator, none);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
