package org.wenheng.ingest.lake;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.command.MomentText;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.due.FormEventKind;
import org.wenheng.ingest.due.FormEventRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code form withdraw}: undoes one act by its number; both stay on record. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"撤销一项,按序号", "Undoes one act, by its number"})
final class FormWithdrawCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @Option(names = "--event", required = true, paramLabel = "NUMBER", description = "事项序号 / number of the act")
    private long event;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "理由 / why")
    private String reason = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "经办人 / who acts")
    private String by = "";

    @Option(
            names = "--at",
            converter = MomentText.class,
            paramLabel = "INSTANT",
            description = "时间,默认现在 / when; now by default")
    private @Nullable Instant at;

    @Mixin
    private Workplace workplace = new Workplace();

    FormWithdrawCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        return FormEventCommand.write(
                Objects.requireNonNull(spec, "picocli sets it"),
                workplace,
                catalogue,
                new FormEventRequest(FormEventKind.WITHDRAW, List.of(), List.of(), "", null, event, reason, by),
                at == null ? clock.instant() : at);
    }
}
