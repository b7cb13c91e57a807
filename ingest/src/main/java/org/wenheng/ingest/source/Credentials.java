package org.wenheng.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.Problems;

/**
 * Who asks the server. Never part of a file, a message or a log: the text of this record hides both.
 *
 * @param user name of an account that should have no right but SELECT
 */
public record Credentials(String user, String password) {
    private static final int SHORTEST_HIDDEN = 4;

    /**
     * Finds user and password: in the variable {@code NAME}, or else in the file that the variable {@code NAME_FILE} names
     * (its last line feed is no part of it). A file is better, as other programs of the same user may see variables.
     *
     * @param environment gives the text of a variable, null if it is not set
     * @throws org.wenheng.ingest.problem.InputRefusedException naming every variable or file that is missing
     */
    public static Credentials of(JdbcSource source, Function<String, @Nullable String> environment) {
        Problems problems = new Problems();
        String user = text(source.userVariable(), environment, problems);
        String password = text(source.passwordVariable(), environment, problems);
        problems.throwIfAny(source.mapping());
        return new Credentials(user, password);
    }

    private static String text(String name, Function<String, @Nullable String> environment, Problems problems) {
        String given = environment.apply(name);
        String file = environment.apply(name + "_FILE");
        if (given != null) {
            return given;
        }
        if (file == null) {
            problems.add(
                    "SOURCE_VARIABLE_MISSING",
                    name,
                    "环境变量 %s 没有设置;也可以用 %s_FILE 指定存放它的文件".formatted(name, name),
                    "The environment variable %s is not set; %s_FILE may name a file that holds it"
                            .formatted(name, name));
            return "";
        }
        try {
            return Files.readString(Path.of(file)).replaceFirst("\\r?\\n$", "");
        } catch (IOException | InvalidPathException e) {
            problems.add(
                    "SOURCE_SECRET_FILE_UNREADABLE",
                    name + "_FILE",
                    "%s_FILE 指定的文件读不到,请检查路径和权限".formatted(name),
                    "The file that %s_FILE names cannot be read; check path and rights".formatted(name));
            return "";
        }
    }

    /**
     * A text of somebody else (a driver, a server) without user and password. Where one of them is so short that hiding it
     * would show it, nothing of the text is left.
     */
    public String hiddenIn(@Nullable String text) {
        if (text == null
                || Stream.of(user, password)
                        .anyMatch(secret ->
                                !secret.isEmpty() && secret.length() < SHORTEST_HIDDEN && text.contains(secret))) {
            return "";
        }
        String hidden = text;
        for (String secret : new String[] {password, user}) {
            hidden = secret.isEmpty() ? hidden : hidden.replace(secret, "***");
        }
        return hidden.replaceAll("\\s+", " ").strip();
    }

    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
