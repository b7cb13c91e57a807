package org.wenheng.analytics.command;

import org.wenheng.ingest.reference.Period;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A period as it is given to a command. */
final class PeriodText {
    private PeriodText() {}

    /**
     * The period that is written so.
     *
     * @param command that was given it
     * @throws ParameterException if it is none; says in both languages what is expected
     */
    static Period parse(CommandSpec command, String text) {
        return Period.parse(text)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "期 \"%s\" 不对,应如 2025-12、2025Q4、2025 / Invalid period \"%s\" (expected: 2025-12, 2025Q4 or 2025)"
                                .formatted(text, text)));
    }
}
