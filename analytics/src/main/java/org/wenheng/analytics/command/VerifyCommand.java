package org.wenheng.analytics.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.mart.MartDatabase;
import org.wenheng.analytics.mart.PublishedRows;
import org.wenheng.analytics.run.RunVerification;
import org.wenheng.analytics.run.SigningKeys;
import org.wenheng.ingest.command.Workplace;
import org.wenheng.ingest.lake.Lake;
import org.wenheng.ingest.lake.LakeSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wenheng verify}: does a run again from what it read and compares. Exit code 1 if anything differs. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {"复核批次:从当时读到的数据重算并逐行比较", "Verify a run: do it again from what it read, compare row by row"})
final class VerifyCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private Workplace workplace = new Workplace();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--lake-only",
            description = {"不与数据库中发布的行比较", "Do not compare with the rows in the database"})
    private boolean lakeOnly;

    @Parameters(
            paramLabel = "RUN",
            description = {"批次编号", "Id of the run"})
    private String runId = "";

    @Option(
            names = "--scheme",
            paramLabel = "SCHEME",
            description = {"计分时的方案,默认按批次记录的代码", "Scheme of the run (default: the one of its code)"})
    private @Nullable String schemeName;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            defaultValue = "${env:WENHENG_PUBLIC_KEY_FILE}",
            description = {"公钥文件;不给则不检查签名", "File of the public key; without it the signature is not checked"})
    private @Nullable String publicKey;

    @Override
    public Integer call() throws IOException {
        Optional<PublicKey> key = Optional.ofNullable(publicKey)
                .filter(file -> !file.isEmpty())
                .map(file -> SigningKeys.publicKey(Path.of(file)));
        PrintWriter out = spec.commandLine().getOut();
        try (SparkSession spark = LakeSession.open(workplace.master())) {
            Lake lake = new Lake(workplace.lake());
            String name = schemeName == null ? new RunVerification(spark, lake).schemeOf(runId) : schemeName;
            Schemes.Found found = Schemes.find(Workplace.home(), name);
            RunVerification verification =
                    new RunVerification(spark, lake, Schemes.supervision(Workplace.home(), found));
            List<String> differences =
                    new ArrayList<>(verification.differences(runId, found.scheme(), found.catalogue(), key));
            if (!lakeOnly) {
                try (MartDatabase mart = database.open(workplace.work())) {
                    PublishedRows published = new PublishedRows(mart);
                    if (published.has(runId)) {
                        differences.addAll(verification.differencesOf(published, runId));
                    } else {
                        out.println(
                                "数据库中没有这个批次:只保存在数据湖 / The database does not have this run: it is kept in the lake only");
                    }
                }
            }
            differences.forEach(out::println);
            if (differences.isEmpty()) {
                out.printf(
                        "批次 %s 与重算一致,%s / Run %s is what is computed again, %s%n",
                        runId,
                        key.isPresent() ? "签名有效" : "未检查签名",
                        runId,
                        key.isPresent() ? "and its signature holds" : "its signature was not checked");
            }
            out.flush();
            return differences.isEmpty() ? 0 : 1;
        }
    }
}
