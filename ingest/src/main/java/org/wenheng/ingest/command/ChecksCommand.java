package org.wenheng.ingest.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.check.CheckList;
import org.wenheng.ingest.check.RuleBook;
import org.wenheng.ingest.reference.Catalogues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code checks}: prints every check with its thresholds. */
@Command(
        name = "checks",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"列出一个目录的全部审核规则", "Lists all checks of a catalogue"})
public final class ChecksCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @Override
    public Integer call() {
        Path folder = Workplace.home().resolve("ingest/catalogues").resolve(catalogue);
        PrintWriter out =
                Objects.requireNonNull(spec, "picocli sets it").commandLine().getOut();
        new CheckList(RuleBook.standard(), Catalogues.load(folder)).lines().forEach(out::println);
        out.flush();
        return 0;
    }
}
