package org.wenheng.ingest.command;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wenheng.ingest.problem.InputRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** How a command that could not do its work ends: 1 if its input was refused, 3 if the system failed. */
public final class FailureExit implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailureExit.class);
    private static final int INPUT_REFUSED = 1;
    private static final int SYSTEM_FAILED = 3;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof InputRefusedException) {
            command.getErr().println(failure.getMessage());
            return INPUT_REFUSED;
        }
        LOG.error("系统故障 / The system failed", failure);
        return SYSTEM_FAILED;
    }
}
