package org.wenheng.analytics.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.wenheng.analytics.mart.MartDatabase;
import org.wenheng.analytics.mart.PublishedRows;
import org.wenheng.analytics.run.RunSigning;
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

/** {@code wenheng sign}: signs a run that was made without a key. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = {"给计分时未签名的批次签名", "Sign a run that was made without a key"})
final class SignCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Mixin
    private Workplace workplace = new Workplace();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Parameters(
            paramLabel = "RUN",
            description = {"批次编号", "Id of the run"})
    private String runId = "";

    @Option(
            names = "--signing-key",
            required = true,
            paramLabel = "FILE",
            defaultValue = "${env:WENHENG_SIGNING_KEY_FILE}",
            description = {"签名私钥文件,见 keys", "File of the private key, see keys"})
    private Path signingKey = Path.of("");

    @Override
    public Integer call() throws IOException {
        PrivateKey key = SigningKeys.privateKey(signingKey);
        try (MartDatabase mart = database.open(workplace.work());
                SparkSession spark = LakeSession.open(workplace.master())) {
            boolean fresh = new RunSigning(spark, new Lake(workplace.lake()), new PublishedRows(mart)).sign(runId, key);
            spec.commandLine()
                    .getOut()
                    .println(
                            fresh
                                    ? "已签名 / signed " + runId
                                    : "此前已用同一密钥签名,未改动 / was signed with this key before, unchanged " + runId);
        }
        return 0;
    }
}
