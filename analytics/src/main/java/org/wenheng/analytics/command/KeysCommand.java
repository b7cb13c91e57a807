package org.wenheng.analytics.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.wenheng.analytics.run.SigningKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wenheng keys}: makes the keys by which runs are signed and checked. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = {"生成签名密钥(Ed25519)", "Make the keys that sign runs (Ed25519)"})
final class KeysCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            description = {"文件夹", "Folder of private.pem (mode 0600) and public.pem"})
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        SigningKeys.make(folder);
        spec.commandLine()
                .getOut()
                .printf("已生成 / made %s, %s%n", folder.resolve("private.pem"), folder.resolve("public.pem"));
        return 0;
    }
}
