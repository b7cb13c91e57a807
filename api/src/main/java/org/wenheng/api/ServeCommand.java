package org.wenheng.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wenheng serve}: says in options what the server takes as properties, and starts it. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {"启动网页与接口,Ctrl-C 结束", "Serve pages and API until Ctrl-C"},
        footer = {
            "",
            "已有的 PostgreSQL 用环境变量指定 / Another PostgreSQL is named by environment variables:",
            "  WENHENG_DATABASE_URL, WENHENG_DATABASE_USER, WENHENG_DATABASE_PASSWORD_FILE"
        })
final class ServeCommand implements Runnable {
    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = {"工作目录(自带数据库所在)", "Work folder, where the database that comes along is"})
    private Path work = Path.of(System.getProperty("wenheng.home", ".")).resolve("work");

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = {"端口", "Port (default: ${DEFAULT-VALUE})"})
    private int port;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            description = {"监听地址;还没有账户,请勿对外开放", "Address; there are no accounts yet, so keep it on loopback"})
    private String address = "";

    @Override
    public void run() {
        List<String> properties = new ArrayList<>();
        properties.add("--server.port=" + port);
        properties.add("--server.address=" + address);
        properties.add("--wenheng.database.folder=" + work.resolve("postgres").toAbsolutePath());
        // Spring would look for this property under a name without the second underscore.
        String passwordFile = System.getenv("WENHENG_DATABASE_PASSWORD_FILE");
        if (passwordFile != null) {
            properties.add("--wenheng.database.password-file=" + passwordFile);
        }
        ApiApplication.main(properties.toArray(String[]::new));
    }
}
