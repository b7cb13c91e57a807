package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.due.FormEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code form list}: the acts on record, with their numbers. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"列出已有事项及其序号", "Lists the acts on record, with their numbers"})
final class FormListCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @Option(names = "--period", paramLabel = "PERIOD", description = "只看该期 / only this period")
    private @Nullable String period;

    @Option(names = "--region", paramLabel = "CODE", description = "只看该报送单位 / only this region")
    private @Nullable String region;

    @Mixin
    private Workplace workplace = new Workplace();

    @Override
    public Integer call() throws IOException {
        PrintWriter out =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        try (SparkSession spark = LakeSession.open(workplace.master())) {
            List<FormEvent> events = FormEventLog.read(spark, new Lake(workplace.lake()), catalogue).stream()
                    .filter(event -> period == null || event.report().period().equals(period))
                    .filter(event -> region == null || event.report().region().equals(region))
                    .toList();
            events.forEach(event -> out.println(FormEventCommand.line(event)));
            out.println("共 %d 项 / %d in all".formatted(events.size(), events.size()));
            out.flush();
        }
        return 0;
    }
}
