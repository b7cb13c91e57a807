package org.wenheng.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.source.JdbcSource.Overlap;
import org.wenheng.ingest.source.JdbcSource.Partition;
import org.wenheng.ingest.source.JdbcSource.Rows;
import org.wenheng.ingest.source.JdbcSource.Server;
import org.wenheng.ingest.source.JdbcSource.Timeouts;
import org.wenheng.ingest.source.JdbcSource.Tls;
import org.wenheng.ingest.source.JdbcSource.Watermark;
import org.wenheng.ingest.yaml.YamlFile;
import org.wenheng.ingest.yaml.YamlNode;

/** Reads the section {@code jdbc} of a source mapping: {@code mappings/<name>.yml} in the folder of a catalogue. */
public final class JdbcSources {
    private static final Pattern URL =
            Pattern.compile("jdbc:(postgresql|mariadb|mysql)://([A-Za-z0-9._-]+)(?::(\\d{1,5}))?/([\\p{L}\\p{N}_$-]+)");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+");

    private final Path folder;
    private final YamlNode node;

    private JdbcSources(Path folder, YamlNode node) {
        this.folder = folder;
        this.node = node;
    }

    /**
     * Reads the section.
     *
     * @param catalogueFolder folder of the catalogue
     * @param name of a mapping that is there
     * @throws InputRefusedException if the mapping has no such section, or with everything that is wrong with it
     */
    public static JdbcSource load(Path catalogueFolder, String name) {
        Path file = catalogueFolder.resolve("mappings").resolve(name + ".yml");
        Problems problems = new Problems();
        YamlNode node = YamlFile.read(file, problems).get("jdbc");
        JdbcSource source = parse(name, Sha256.of(bytes(file)), file.resolveSibling("."), node);
        problems.throwIfAny(String.valueOf(file.getFileName()));
        return source;
    }

    /**
     * Reads the section from YAML that is already open; what is wrong goes to the problems of the node.
     *
     * @param version of the mapping's content
     * @param folder in which a certificate stands that is named without its folder
     */
    public static JdbcSource parse(String mapping, String version, Path folder, YamlNode node) {
        if (!node.isPresent()) {
            node.problem(
                    "SOURCE_MISSING",
                    "映射“%s”没有 jdbc 部分,不能从数据库读取;读文件请用 ingest --mapping".formatted(mapping),
                    "The mapping \"%s\" has no section jdbc, so there is no server to pull from; read files with ingest --mapping"
                            .formatted(mapping));
        } else {
            node.only(
                    "url",
                    "tls",
                    "certificate",
                    "user-from",
                    "password-from",
                    "table",
                    "query",
                    "partition",
                    "watermark",
                    "time-zone",
                    "fetch-rows",
                    "timeout");
        }
        return new JdbcSources(folder, node).read(mapping, version);
    }

    private JdbcSource read(String mapping, String version) {
        Server server = node.isPresent() ? server() : new Server(Dialect.POSTGRESQL, "", 0, "", Tls.OFF, null);
        boolean present = node.isPresent();
        YamlNode timeout = node.get("timeout").only("connect", "statement");
        return new JdbcSource(
                mapping,
                version,
                server,
                present ? variable("user-from") : "",
                present ? variable("password-from") : "",
                present ? rows(server.dialect()) : new Rows.Table(""),
                partition(),
                watermark(),
                clock(),
                atLeastOne(node.get("fetch-rows"), 2_000),
                new Timeouts(atLeastOne(timeout.get("connect"), 10), atLeastOne(timeout.get("statement"), 600)));
    }

    /** Nothing of an address that may hold a user or a password is repeated in a message. */
    private Server server() {
        YamlNode url = node.get("url");
        String text = url.text();
        Matcher matcher = URL.matcher(text);
        if (matcher.matches()) {
            Dialect dialect = Dialect.of(matcher.group(1));
            int port = matcher.group(3) == null ? dialect.port() : Integer.parseInt(matcher.group(3));
            return new Server(dialect, matcher.group(2), port, matcher.group(4), tls(matcher.group(2)), certificate());
        }
        if (text.contains("@") || text.contains("?")) {
            url.problem(
                    "SOURCE_URL_WITH_PARAMETERS",
                    "url 只写 jdbc:…://主机:端口/数据库,不带用户、密码和“?”参数;账号用 user-from、password-from,加密用 tls",
                    "url is jdbc:…://host:port/database and nothing else: no user, no password, no parameters after \"?\";"
                            + " use user-from, password-from and tls");
        } else if (!text.isEmpty()) {
            url.problem(
                    "SOURCE_URL_MALFORMED",
                    "“%s”不是可用的地址,应为 jdbc:postgresql://、jdbc:mariadb:// 或 jdbc:mysql:// 加 主机:端口/数据库".formatted(text),
                    "\"%s\" is no address; expected jdbc:postgresql://, jdbc:mariadb:// or jdbc:mysql:// and host:port/database"
                            .formatted(text));
        }
        return new Server(Dialect.POSTGRESQL, "localhost", 0, "", Tls.OFF, null);
    }

    /** On the way to another machine nothing is left to chance: the mapping says whether it is encrypted. */
    private Tls tls(String host) {
        if (!node.get("tls").isPresent() && !LOOPBACK.matcher(host).matches()) {
            node.problem(
                    "SOURCE_TLS_UNDECLARED",
                    "服务器“%s”不在本机,请写明 tls: verify(加密并核对证书)、trust(加密不核对)或 off(仅限封闭网络)".formatted(host),
                    "The server \"%s\" is another machine; say tls: verify (encrypted, certificate checked), trust (encrypted only) or off (closed network)"
                            .formatted(host));
        }
        return node.get("tls").word(Tls.class, Tls.OFF);
    }

    private @Nullable Path certificate() {
        YamlNode file = node.get("certificate");
        if (!file.isPresent()) {
            return null;
        }
        Path path = folder.resolve(file.text()).normalize();
        if (!Files.isRegularFile(path)) {
            file.problem(
                    "SOURCE_CERTIFICATE_MISSING",
                    "没有证书文件“%s”(相对于映射文件所在文件夹)".formatted(file.text()),
                    "There is no certificate file \"%s\" (looked for from the folder of the mapping)"
                            .formatted(file.text()));
        }
        return path;
    }

    /** A text that is no name may be the secret itself and is not repeated. */
    private String variable(String key) {
        YamlNode value = node.get(key);
        String name = value.text();
        if (!name.isEmpty() && !VARIABLE.matcher(name).matches()) {
            value.problem(
                    "SOURCE_VARIABLE_MALFORMED",
                    "%s 应为环境变量的名字(大写字母、数字、下划线),不是用户名或密码本身".formatted(key),
                    "%s is the name of an environment variable (capitals, digits, underscores), not the user or password itself"
                            .formatted(key));
        }
        return name;
    }

    private Rows rows(Dialect dialect) {
        YamlNode table = node.get("table");
        YamlNode query = node.get("query");
        if (table.isPresent() == query.isPresent()) {
            node.problem("SOURCE_ROWS_UNCLEAR", "应有 table 或 query 之一", "There must be either table or query");
        } else if (query.isPresent()) {
            PlainSelect.check(query, dialect);
        }
        return query.isPresent()
                ? new Rows.Query(query.text())
                : new Rows.Table(table.optionalText().orElse(""));
    }

    private @Nullable Partition partition() {
        YamlNode parts = node.get("partition").only("column", "rows");
        return parts.isPresent()
                ? new Partition(parts.get("column").text(), atLeastOne(parts.get("rows"), 10_000))
                : null;
    }

    private @Nullable Watermark watermark() {
        YamlNode mark = node.get("watermark").only("column", "overlap");
        return mark.isPresent() ? new Watermark(mark.get("column").text(), overlap(mark.get("overlap"))) : null;
    }

    private static Overlap overlap(YamlNode overlap) {
        String text = overlap.text();
        try {
            if (text.startsWith("P")) {
                Duration time = Duration.parse(text);
                if (!time.isNegative()) {
                    return new Overlap(null, time);
                }
            } else if (text.matches("\\d{1,18}")) {
                return new Overlap(new BigDecimal(text), null);
            }
        } catch (DateTimeException e) {
            // Said below, with the texts that are neither.
        }
        if (!text.isEmpty()) {
            overlap.problem(
                    "SOURCE_OVERLAP_MALFORMED",
                    "overlap“%s”应为时长(如 PT2H、P1D)或不小于 0 的整数".formatted(text),
                    "overlap \"%s\" must be a time (PT2H, P1D) or a whole number from 0".formatted(text));
        }
        return new Overlap(BigDecimal.ZERO, null);
    }

    private ZoneOffset clock() {
        YamlNode zone = node.get("time-zone");
        String text = zone.optionalText().orElse("+00:00");
        if (text.matches("[+-](0\\d|1[0-4]):[0-5]\\d")) {
            return ZoneOffset.of(text);
        }
        zone.problem(
                "SOURCE_TIME_ZONE_MALFORMED",
                "time-zone“%s”应为与 UTC 的时差,如 \"+08:00\"".formatted(text),
                "time-zone \"%s\" must be an offset from UTC such as \"+08:00\"".formatted(text));
        return ZoneOffset.UTC;
    }

    private static int atLeastOne(YamlNode number, int fallback) {
        if (!number.isPresent()) {
            return fallback;
        }
        int value = number.integer();
        if (value < 1) {
            number.problem("SOURCE_NUMBER_TOO_SMALL", "应为大于 0 的整数", "must be a whole number above 0");
        }
        return value;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
