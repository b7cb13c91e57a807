package org.wenheng.ingest.region;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.command.DayText;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.reference.Catalogue;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.RegionBasis;
import org.wenheng.ingest.reference.RegionChange;
import org.wenheng.ingest.reference.RegionTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the regions of a day as CSV, then the changes as CSV. Exit codes: 0 done, 1 refused, 2 wrong usage, 3 failed. */
@Command(
        name = "regions",
        description = "某一天的行政区、两种口径的上级和变更 / The regions of a day, their parents on both bases, and the changes",
        mixinStandardHelpOptions = true,
        subcommands = {RegionsImportCommand.class, RegionsRestateCommand.class},
        exitCodeOnExecutionException = 3)
public final class RegionsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(names = "--catalogue", paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private @Nullable String catalogue;

    @Option(names = "--on", converter = DayText.class, paramLabel = "DATE", description = "哪一天 / the day, yyyy-mm-dd")
    private @Nullable LocalDate day;

    @Option(
            names = "--changes-since",
            converter = DayText.class,
            paramLabel = "DATE",
            description = "只列这一天以后的变更 / only changes after this day; all without it")
    private @Nullable LocalDate since;

    @Option(
            names = "--home",
            defaultValue = "${sys:wenheng.home:-.}",
            description = "项目根文件夹 / root folder of the project")
    private Path home = Workplace.home();

    @Override
    public Integer call() {
        if (catalogue == null || day == null) {
            throw new ParameterException(spec.commandLine(), "需要 --catalogue 与 --on / --catalogue and --on are needed");
        }
        Catalogue loaded = Catalogues.load(home.resolve("ingest/catalogues").resolve(catalogue));
        PrintWriter console = spec.commandLine().getOut();
        print(loaded, day, console);
        console.println();
        LocalDate from = since == null ? LocalDate.MIN : since;
        List<RegionChange> changes = loaded.history().changes().stream()
                .filter(change -> change.date().isAfter(from))
                .toList();
        console.println("date,kind,from,from_name,to,to_name,weight,basis,source");
        changes.forEach(change -> console.println(line(loaded, change)));
        console.flush();
        return 0;
    }

    private static void print(Catalogue loaded, LocalDate day, PrintWriter console) {
        console.println("code,name_zh,path,level,parent_by_code,parent_by_management,valid_from,valid_to");
        for (Region region : loaded.history().inForce(day)) {
            console.println(RegionFiles.cells(
                    region.code(),
                    region.name().chinese(),
                    loaded.history().path(region, day),
                    region.level(),
                    RegionTree.parentCode(region, RegionBasis.CODE),
                    RegionTree.parentCode(region, RegionBasis.MANAGEMENT),
                    region.validFrom() == null ? "" : region.validFrom().toString(),
                    region.validTo() == null ? "" : region.validTo().toString()));
        }
    }

    private static String line(Catalogue loaded, RegionChange change) {
        return RegionFiles.cells(
                change.date().toString(),
                change.kind().nameChinese(),
                change.from(),
                name(loaded, change.from(), change.date().minusDays(1)),
                change.to(),
                name(loaded, change.to(), change.date()),
                change.weight() == null ? "" : change.weight().toPlainString(),
                change.basis(),
                change.source());
    }

    private static String name(Catalogue loaded, @Nullable String code, LocalDate day) {
        return code == null
                ? ""
                : loaded.history().on(code, day).stream()
                        .map(region -> loaded.history().path(region, day))
                        .collect(Collectors.joining());
    }
}
