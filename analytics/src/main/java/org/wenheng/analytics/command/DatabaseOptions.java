package org.wenheng.analytics.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wenheng.analytics.mart.LocalPostgres;
import org.wenheng.analytics.mart.MartDatabase;
import picocli.CommandLine.Option;

/** Options that say which database holds the mart. */
final class DatabaseOptions {
    @Option(
            names = "--database-url",
            paramLabel = "URL",
            defaultValue = "${env:WENHENG_DATABASE_URL}",
            description = {
                "已有 PostgreSQL 的 JDBC 地址;不给则用自带的",
                "JDBC address of a PostgreSQL; without it, the one that comes along"
            })
    private @Nullable String url;

    @Option(
            names = "--database-user",
            paramLabel = "USER",
            defaultValue = "${env:WENHENG_DATABASE_USER:-wenheng}",
            description = {"数据库用户", "User of that PostgreSQL (default: ${DEFAULT-VALUE})"})
    private String user = "";

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            defaultValue = "${env:WENHENG_DATABASE_PASSWORD_FILE:-/run/secrets/wenheng-database}",
            description = {"存放数据库密码的文件", "File with the password (default: ${DEFAULT-VALUE})"})
    private Path passwordFile = Path.of("");

    @Option(
            names = "--database-port",
            paramLabel = "PORT",
            defaultValue = "${env:WENHENG_DATABASE_PORT:-" + LocalPostgres.DEFAULT_PORT + "}",
            description = {"自带 PostgreSQL 的端口", "Port of the PostgreSQL that comes along (default: ${DEFAULT-VALUE})"})
    private int port;

    /** The same options for another command. */
    List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "--database-port",
                Integer.toString(port),
                "--database-user",
                user,
                "--database-password-file",
                passwordFile.toString()));
        if (url != null && !url.isEmpty()) {
            options.addAll(List.of("--database-url", url));
        }
        return options;
    }

    /** The database; the caller closes it. */
    MartDatabase open(Path work) {
        return url == null || url.isEmpty()
                ? MartDatabase.local(work.resolve("postgres"), port)
                : MartDatabase.at(url, user, passwordFile);
    }
}
