package org.wenheng.ingest.source;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wenheng.ingest.yaml.YamlNode;

/**
 * Says whether a text is one plain SELECT that can stand as {@code (text) as source_rows}. This is the first of three
 * locks: the server's transaction is read-only, and the account should have no right but SELECT.
 *
 * <p>Refused are: anything that does not begin with SELECT or WITH; more than one statement; comments, in which MySQL
 * hides commands and an author would hide reasons that belong beside the mapping; words that write, lock or export outside
 * of quotes; placeholders; brackets and quotes that do not close.
 */
public final class PlainSelect {
    private static final Set<String> WORDS = Set.of(
            "into", "insert", "update", "delete", "merge", "drop", "alter", "create", "grant", "revoke", "call", "lock",
            "copy", "execute");

    private final String sql;
    private final Dialect dialect;
    private int at;
    private int depth;

    private PlainSelect(String sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** Adds a problem to the node if its text is no plain SELECT. */
    static void check(YamlNode query, Dialect dialect) {
        fault(query.text(), dialect)
                .ifPresent(found -> query.problem(
                        "SOURCE_QUERY_NOT_PLAIN",
                        "query 只能是一条只读的 SELECT(或 WITH … SELECT),不能含“%s”".formatted(found),
                        "query must be one reading SELECT (or WITH … SELECT); it may not have \"%s\""
                                .formatted(found)));
    }

    /** What keeps a text from being a plain SELECT; empty if it is one. */
    public static Optional<String> fault(String sql, Dialect dialect) {
        String first = sql.strip().split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
        if (!first.equals("select") && !first.equals("with")) {
            return Optional.of(
                    first.isEmpty()
                            ? sql.strip().substring(0, Math.min(1, sql.strip().length()))
                            : first);
        }
        return new PlainSelect(sql, dialect).scan();
    }

    private Optional<String> scan() {
        while (at < sql.length()) {
            char letter = sql.charAt(at);
            Optional<String> fault = isWord(letter)
                    ? word()
                    : letter == '\'' || letter == '"' || letter == '`' ? quoted(letter) : sign(letter);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return depth == 0 ? Optional.empty() : Optional.of("(");
    }

    private Optional<String> word() {
        int start = at;
        while (at < sql.length() && isWord(sql.charAt(at))) {
            at++;
        }
        String word = sql.substring(start, at).toLowerCase(Locale.ROOT);
        // E'...' has escapes of its own.
        boolean escaping =
                dialect == Dialect.POSTGRESQL && word.equals("e") && at < sql.length() && sql.charAt(at) == '\'';
        return WORDS.contains(word) || escaping ? Optional.of(word) : Optional.empty();
    }

    /** A backslash is a letter on one server and an escape on the other; nobody needs it in such a question. */
    private Optional<String> quoted(char quote) {
        int end = sql.indexOf(quote, at + 1);
        if (end < 0) {
            return Optional.of(String.valueOf(quote));
        }
        if (sql.substring(at, end).indexOf('\\') >= 0) {
            return Optional.of("\\");
        }
        at = end + 1;
        return Optional.empty();
    }

    private Optional<String> sign(char sign) {
        depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
        boolean comment = sql.startsWith("--", at) || sql.startsWith("/*", at);
        boolean other = sign == ';' || sign == '?' || sign == '$' || sign == '\\' || sign == '#' || sign == '\0';
        String shown = sql.substring(at, Math.min(sql.length(), at + (comment ? 2 : 1)));
        at++;
        return comment || other || depth < 0 ? Optional.of(shown) : Optional.empty();
    }

    private static boolean isWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_';
    }
}
