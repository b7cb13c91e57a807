package org.wenheng.ingest.region;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.format.Fault;
import org.wenheng.ingest.format.Sheet;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.reference.Catalogues;
import org.wenheng.ingest.reference.Region;
import org.wenheng.ingest.reference.RegionHistory;
import org.wenheng.ingest.region.RegionImport.Imported;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the region files of a catalogue from a table of another owner. Exit codes: 0 done, 1 refused, 2 usage, 3 failed. */
@Command(
        name = "import",
        description = "用读取说明把区划表转成目录的行政区文件 / Make a catalogue's region files from a table, by a mapping",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 3)
final class RegionsImportCommand implements Callable<Integer> {
    private static final int DIFFERENCES_SHOWN = 10;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "区划表 / tables of regions")
    private List<Path> files = List.of();

    @Option(names = "--catalogue", required = true, paramLabel = "CODE", description = "目录代码 / code of the catalogue")
    private String catalogue = "";

    @Option(names = "--mapping", required = true, paramLabel = "NAME", description = "读取说明 / mapping of the table")
    private String mapping = "";

    @Option(
            names = "--onto",
            description = "加到目录现有的行政区之后,不另起 / add to the regions that the catalogue has instead of beginning anew")
    private boolean onto;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "输出文件夹 / output folder")
    private Path out = Path.of(".");

    @Option(
            names = "--home",
            defaultValue = "${sys:wenheng.home:-.}",
            description = "项目根文件夹 / root folder of the project")
    private Path home = Workplace.home();

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        Path folder = home.resolve("ingest/catalogues").resolve(catalogue);
        RegionMapping read = RegionMappings.load(folder, mapping);
        Map<String, Region> known = new LinkedHashMap<>();
        if (onto) {
            Catalogues.loadRegions(folder).regions().stream()
                    .filter(region -> region.validTo() == null)
                    .forEach(region -> known.put(region.code(), region));
        }
        Imported imported = RegionImport.read(sheets(read), read, known);
        RegionFiles.write(imported, onto ? folder : null, out);
        RegionHistory written = Catalogues.loadRegions(out);
        print(imported, written, (System.nanoTime() - start) / 1e9);
        return 0;
    }

    private Map<String, Sheet> sheets(RegionMapping read) throws IOException {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (!Files.isRegularFile(file)) {
                throw InputRefusedException.of(
                        "FILE_MISSING", name, "没有这个文件,请检查路径", "There is no such file; check the path");
            }
            Content content = Content.of(name, Files.readAllBytes(file), read.encoding());
            Fault fault = content.fault();
            if (fault != null) {
                throw InputRefusedException.of(
                        fault.code().name(),
                        name,
                        "文件无法读取 " + fault.given(),
                        "The file cannot be read " + fault.given());
            }
            sheets.put(name, content.sheets().get(0));
        }
        return sheets;
    }

    private void print(Imported imported, RegionHistory written, double seconds) {
        PrintWriter console = spec.commandLine().getOut();
        line(console, "读取行数 / rows read", imported.rows());
        line(console, "在用行政区 / regions in force", imported.present().size());
        line(console, "历史行政区 / former regions", imported.former().size());
        line(console, "变更 / changes", imported.changes().size());
        if (onto) {
            line(console, "目录已有且同名 / known, same name", imported.same());
            line(console, "目录已有但不同名 / known, another name", imported.different().size());
            imported.different().stream()
                    .limit(DIFFERENCES_SHOWN)
                    .forEach(difference -> console.println("  " + difference));
        }
        line(console, "写出后共有 / regions written in all", written.regions().size());
        console.println(String.format(Locale.ROOT, "%-44s %10.1f s", "用时 / time", seconds));
        console.println("→ " + out);
    }

    private static void line(PrintWriter console, String label, int count) {
        console.println(String.format(Locale.ROOT, "%-44s %10d", label, count));
    }
}
