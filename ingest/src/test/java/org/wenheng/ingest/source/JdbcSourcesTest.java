package org.wenheng.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.problem.Problems;
import org.wenheng.ingest.read.SourceMappings;
import org.wenheng.ingest.source.JdbcSource.Tls;
import org.wenheng.ingest.yaml.YamlFile;

class JdbcSourcesTest {
    /** The section with these lines and an account. */
    static JdbcSource parse(String... lines) {
        String text = "jdbc:\n  user-from: A_USER\n  password-from: A_PASSWORD\n  " + String.join("\n  ", lines);
        Problems problems = new Problems();
        JdbcSource source = JdbcSources.parse(
                "m", "v", Path.of("."), YamlFile.parse("m.yml", text, problems).get("jdbc"));
        problems.throwIfAny("m.yml");
        return source;
    }

    @Test
    void shippedExampleIsReadAndAsksForTheColumnsOfItsMapping() {
        Path jilin = Path.of(System.getProperty("wenheng.home")).resolve("ingest/catalogues/jilin");

        JdbcSource source = JdbcSources.load(jilin, "library-system-month");

        assertThat(source.server().url()).isEqualTo("jdbc:mariadb://library-db.changchun.example:3306/library");
        assertThat(source.server().tls()).isEqualTo(Tls.VERIFY);
        assertThat(source.clock().getId()).isEqualTo("+08:00");
        assertThat(source.version()).matches("[0-9a-f]{64}");
        assertThat(SourceMappings.load(jilin, "library-system-month").columns())
                .containsExactly("county_code", "library_code", "library_name", "stat_month", "open_hours_per_week");
    }

    @Test
    void mysqlIsReadByTheDriverOfMariaDb() {
        assertThat(parse("url: jdbc:mysql://127.0.0.1/city", "table: t")
                        .server()
                        .url())
                .isEqualTo("jdbc:mariadb://127.0.0.1:3306/city");
    }

    @Test
    void everythingWrongIsSaidAtOnceAndNoSecretIsRepeated() {
        assertThatThrownBy(() -> parse(
                        "url: jdbc:postgresql://reader:hunter2@db.example/city?password=hunter3",
                        "password: hunter4",
                        "query: delete from loans",
                        "watermark: { column: updated_at, overlap: two hours }",
                        "partition: { column: id, rows: 0 }",
                        "time-zone: Asia/Shanghai"))
                .isInstanceOfSatisfying(InputRefusedException.class, refused -> {
                    assertThat(refused.problems())
                            .extracting(Problem::code)
                            .containsExactlyInAnyOrder(
                                    "SOURCE_URL_WITH_PARAMETERS",
                                    "YAML_KEY_UNKNOWN",
                                    "SOURCE_QUERY_NOT_PLAIN",
                                    "SOURCE_OVERLAP_MALFORMED",
                                    "SOURCE_NUMBER_TOO_SMALL",
                                    "SOURCE_TIME_ZONE_MALFORMED");
                    assertThat(refused.getMessage()).doesNotContain("hunter").doesNotContain("reader");
                });
        assertThatThrownBy(() -> parse("url: ftp://x", "table: t")).hasMessageContaining("SOURCE_URL_MALFORMED");
        assertThatThrownBy(() -> parse("url: jdbc:mariadb://db.example/city", "table: t"))
                .hasMessageContaining("[SOURCE_TLS_UNDECLARED] 服务器“db.example”不在本机,请写明 tls");
        assertThatThrownBy(() -> parse("url: jdbc:mariadb://localhost/city"))
                .hasMessageContaining("SOURCE_ROWS_UNCLEAR");
        assertThatThrownBy(() ->
                        parse("url: jdbc:mariadb://localhost/city", "table: t", "tls: verify", "certificate: x.pem"))
                .hasMessageContaining("没有证书文件“x.pem”");
    }

    @Test
    void passwordInPlaceOfAVariableIsNotRepeated() {
        String text = "jdbc: { url: 'jdbc:mariadb://localhost/c', user-from: A, password-from: hunter2, table: t }";
        Problems problems = new Problems();
        JdbcSources.parse(
                "m", "v", Path.of("."), YamlFile.parse("m.yml", text, problems).get("jdbc"));

        assertThat(problems.found()).extracting(Problem::code).containsExactly("SOURCE_VARIABLE_MALFORMED");
        assertThat(problems.found().toString()).doesNotContain("hunter2");
    }

    @Test
    void mappingWithoutTheSectionHasNoServer() {
        Path survey = Path.of(System.getProperty("wenheng.home")).resolve("ingest/catalogues/us-public-libraries");

        assertThatThrownBy(() -> JdbcSources.load(survey, "systems-2015"))
                .hasMessageContaining("[SOURCE_MISSING] 映射“systems-2015”没有 jdbc 部分");
    }

    @Test
    void credentialsComeFromVariablesOrFilesAndAreHidden(@TempDir Path folder) throws java.io.IOException {
        JdbcSource source = parse("url: jdbc:mariadb://localhost/city", "table: t");
        Path file = Files.writeString(folder.resolve("password"), "hunter 2 \r\n");
        Map<String, String> environment = Map.of("A_USER", "reader", "A_PASSWORD_FILE", file.toString());

        Credentials credentials = Credentials.of(source, environment::get);

        assertThat(credentials.user()).isEqualTo("reader");
        assertThat(credentials.password()).isEqualTo("hunter 2 ");
        assertThat(credentials).hasToString("Credentials[***]");
        assertThat(credentials.hiddenIn("no user reader\n with hunter 2 !")).isEqualTo("no user *** with ***!");
        assertThat(new Credentials("reader", "a").hiddenIn("a table")).isEmpty();
        assertThatThrownBy(() -> Credentials.of(source, Map.of("A_USER_FILE", folder.toString())::get))
                .isInstanceOfSatisfying(
                        InputRefusedException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .isEqualTo(List.of("SOURCE_SECRET_FILE_UNREADABLE", "SOURCE_VARIABLE_MISSING")));
    }
}
