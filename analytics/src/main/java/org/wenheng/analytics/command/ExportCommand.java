package org.wenheng.analytics.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.export.Assessment;
import org.wenheng.analytics.export.AssessmentPackage;
import org.wenheng.analytics.export.PackageCheck;
import org.wenheng.analytics.mart.MartDatabase;
import org.wenheng.analytics.run.SigningKeys;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.format.Content;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.reference.Period;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wenheng export}: packages for other systems. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {"导出考核结果包、核验收到的包", "Export a package of scores; check one"},
        subcommands = {ExportCommand.Scores.class, ExportCommand.Validate.class})
final class ExportCommand {

    /** {@code wenheng export assessment}: the scores of a published run. */
    @Command(
            name = "assessment",
            mixinStandardHelpOptions = true,
            description = {"导出一个已发布批次", "Export a published run"})
    static final class Scores implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
        private CommandSpec spec;

        @Mixin
        private Workplace workplace = new Workplace();

        @Mixin
        private DatabaseOptions database = new DatabaseOptions();

        @Option(
                names = "--scheme",
                required = true,
                paramLabel = "CODE",
                description = {"方案代码", "Code of the scheme"})
        private String scheme = "";

        @Option(
                names = "--period",
                required = true,
                paramLabel = "PERIOD",
                description = {"期:2025-12、2025Q4、2025", "Period: 2025-12, 2025Q4, 2025"})
        private String period = "";

        @Option(
                names = "--run",
                paramLabel = "ID",
                description = {"批次;不给则用现行发布的", "Run; without it, the one published now"})
        private @Nullable String run;

        @Option(
                names = "--generated-at",
                paramLabel = "INSTANT",
                description = {
                    "写入包内的生成时间;不给则为批次完成时间",
                    "Moment stated in the package; without it, when the run was finished"
                })
        private @Nullable Instant generatedAt;

        @Option(
                names = "--private-key",
                paramLabel = "FILE",
                description = {
                    "签名私钥(Ed25519,PKCS#8 PEM);不给则不签名并注明",
                    "Key that signs; without it the package says it is unsigned"
                })
        private @Nullable Path key;

        @Option(
                names = "--out",
                required = true,
                paramLabel = "FILE.zip",
                description = {"写到哪里", "Where to write"})
        private Path out = Path.of("");

        @Override
        public Integer call() throws IOException, SQLException {
            Period asked = PeriodText.parse(spec, period);
            Path file = key;
            var signer = file == null
                    ? Optional.<java.security.PrivateKey>empty()
                    : Optional.of(SigningKeys.privateKey(file));
            Assessment assessment;
            try (MartDatabase mart = database.open(workplace.work());
                    Connection reader = mart.connectReader()) {
                assessment = PublishedScores.read(
                        reader,
                        scheme,
                        asked,
                        Optional.ofNullable(run),
                        code -> Schemes.catalogue(Workplace.home(), code),
                        Optional.ofNullable(generatedAt));
            }
            Files.write(out, AssessmentPackage.of(assessment, signer));
            PrintWriter printer = spec.commandLine().getOut();
            printer.printf(
                    "%s: 批次 / run %s, 数据性质 / data %s, 地区 / regions %d, %s%n",
                    out,
                    assessment.head().run(),
                    assessment.head().origin(),
                    assessment.regions().size(),
                    signer.isPresent() ? "已签名 / signed" : "未签名 / unsigned");
            printer.flush();
            return 0;
        }
    }

    /** {@code wenheng export validate}: checks a package as its receiver. */
    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description = {"核验考核结果包:一次列出所有问题", "Check a package of scores: all problems at once"})
    static final class Validate implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
        private CommandSpec spec;

        @Parameters(
                paramLabel = "FILE.zip",
                description = {"考核结果包", "The package"})
        private Path file = Path.of("");

        @Option(
                names = "--public-key",
                paramLabel = "FILE",
                description = {"签名者公钥(Ed25519,X.509 PEM)", "Public key of whoever must have signed it"})
        private @Nullable Path key;

        @Override
        public Integer call() throws IOException {
            String name = file.getFileName().toString();
            if (!Files.isRegularFile(file)) {
                throw InputRefusedException.of("FILE_NOT_FOUND", file.toString(), "没有这个文件", "There is no such file");
            }
            if (Files.size(file) > Content.LARGEST) {
                throw InputRefusedException.of("FILE_TOO_LARGE", name, "文件过大", "The file is too large");
            }
            Path given = key;
            var signer = given == null
                    ? Optional.<java.security.PublicKey>empty()
                    : Optional.of(SigningKeys.publicKey(given));
            List<Problem> problems = PackageCheck.check(name, Files.readAllBytes(file), signer);
            if (!problems.isEmpty()) {
                throw new InputRefusedException(name, problems);
            }
            PrintWriter printer = spec.commandLine().getOut();
            printer.println(
                    signer.isPresent()
                            ? "没有问题,签名相符 / No problem, the signature is right"
                            : "没有问题;未核对签名 / No problem; the signature was not verified");
            printer.flush();
            return 0;
        }
    }
}
