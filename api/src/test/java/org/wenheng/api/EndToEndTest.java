package org.wenheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the bytes of a workbook to the answer over HTTP, through the programs as a user starts them: the batch in a process
 * of its own on Spark's class path, the server here.
 *
 * <p>The scores by hand. 甲县: floor area 500 + 700 = 1,200 m² for 10,000 people is 0.12 m² each, of a target of 0.15 that is
 * 80 points; visits 20,000 / 10,000 = 2 each, halfway to 4, is 50 points; 80 × 60 % + 50 × 40 % = 68.00. 乙县: 1,500 m² is
 * the target, 100 points; its visits are missing, 0 points; 60.00.
 */
class EndToEndTest {
    private static final Path HOME = Path.of(System.getProperty("wenheng.home"));
    private static final Path BATCH = HOME.resolve("analytics/target/classpath");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path place;

    private int port;

    @BeforeEach
    void writeCatalogueAndScheme() throws IOException {
        assumeThat(BATCH)
                .as("the class path that packaging writes: run ./mvnw verify, not a single module's test")
                .exists();
        Path catalogue = Files.createDirectories(place.resolve("ingest/catalogues/small"));
        Files.createDirectories(place.resolve("analytics/schemes"));
        for (String name : List.of("catalogue.yml", "regions.csv", "elements.csv", "departments.csv", "forms.yml")) {
            copy(name, catalogue.resolve(name));
        }
        copy("scheme.yml", place.resolve("analytics/schemes/small.yml"));
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @Test
    void aWorkbookBecomesAScoreThatLeadsBackToItsCellsAndACorrectionIsANewRun() throws Exception {
        Path first = send("a.xlsx", workbook("101", "500", "700", "20000"));
        Path second = send("b.xlsx", workbook("102", "1500", "无此项", ""));
        assertThat(batch("ingest", "--catalogue", "small", first.toString(), second.toString()))
                .isZero();
        assertThat(batch("run", "--scheme", "small", "--period", "2025")).isZero();

        try (ConfigurableApplicationContext server = serve()) {
            JsonNode ranking =
                    get(server, "/api/schemes/small/periods/2025/ranking").get("rows");
            assertThat(texts(ranking, "regionCode", "score", "rank", "gradeZh"))
                    .containsExactly("101 68.0 1 合格", "102 60.0 2 合格");

            JsonNode evidence = get(server, "/api/schemes/small/periods/2025/regions/101/indicators/AREA");
            assertThat(cells(evidence)).containsExactlyInAnyOrder("L1 a.xlsx 图书馆年报 C7 500", "L2 a.xlsx 图书馆年报 C8 700");
            JsonNode missing = get(server, "/api/schemes/small/periods/2025/regions/102");
            assertThat(missing.toString()).contains("缺报");
        }
        String before = published();

        // The same file again changes nothing: no new run, though it is asked for.
        assertThat(batch("ingest", "--catalogue", "small", first.toString())).isZero();
        assertThat(batch("run", "--scheme", "small", "--period", "2025")).isZero();
        assertThat(log()).contains("发布 / published 0, 未变 / unchanged 1");

        // 900 + 700 = 1,600 m² is above the target: 100 points, 100 × 60 % + 50 × 40 % = 80.00.
        Path corrected = send("a2.xlsx", workbook("101", "900", "700", "20000"));
        assertThat(batch("ingest", "--catalogue", "small", corrected.toString()))
                .isZero();
        assertThat(batch("run", "--scheme", "small", "--period", "2025")).isZero();
        assertThat(before).startsWith("68.0 ");
        assertThat(published()).startsWith("80.0 ");
    }

    @Test
    void aBrokenFileIsRefusedWithExitCodeOne() throws Exception {
        Path broken = send("broken.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThat(batch("ingest", "--catalogue", "small", broken.toString())).isEqualTo(1);
        assertThat(batch("run", "--scheme", "small", "--period", "2025")).isEqualTo(1);
        assertThat(batch("run", "--scheme", "small")).isEqualTo(2);
    }

    private String log() throws IOException {
        return Files.readString(place.resolve("batch.log"));
    }

    private String published() throws Exception {
        try (ConfigurableApplicationContext server = serve()) {
            JsonNode ranking = get(server, "/api/schemes/small/periods/2025/ranking");
            return ranking.get("rows").get(0).get("score").asString() + " "
                    + ranking.get("published").get("runId").asString();
        }
    }

    /** Library L1 and L2 with their floor area, and the visits of the region; people are 10,000. */
    private static byte[] workbook(String region, String area1, String area2, String visits) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet libraries = sheet(workbook, "图书馆年报", region, "library-year");
            row(libraries, 3, "机构编码", "机构名称", "建筑面积");
            row(libraries, 4, "", "", "LIB_AREA");
            row(libraries, 5, "", "", "平方米");
            row(libraries, 6, "L1", "第一图书馆", area1);
            row(libraries, 7, "L2", "第二图书馆", area2.equals("无此项") ? "-" : area2);
            Worksheet base = sheet(workbook, "基本情况年报", region, "base-year");
            row(base, 3, "数据元代码", "指标名称", "计量单位", "本期数", "备注");
            row(base, 4, "POP", "常住人口", "万人", "1");
            row(base, 5, "VISITS", "到馆人次", "人次", visits);
        }
        return bytes.toByteArray();
    }

    private static Worksheet sheet(Workbook workbook, String title, String region, String form) {
        Worksheet sheet = workbook.newWorksheet(title);
        row(sheet, 0, title);
        row(sheet, 1, "报送单位代码", region, "县", "报告期", "2025", "表号", form);
        return sheet;
    }

    private static void row(Worksheet sheet, int row, String... values) {
        for (int column = 0; column < values.length; column++) {
            sheet.value(row, column, values[column]);
        }
    }

    private Path send(String name, byte[] bytes) throws IOException {
        return Files.write(Files.createDirectories(place.resolve("sent")).resolve(name), bytes);
    }

    private int batch(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        for (String opened :
                List.of("lang", "lang.invoke", "lang.reflect", "io", "net", "nio", "util", "util.concurrent")) {
            command.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dwenheng.home=" + place,
                "-Dfile.encoding=UTF-8",
                "-cp",
                HOME.resolve("analytics/target/classes") + ":" + HOME.resolve("ingest/target/classes") + ":"
                        + Files.readString(BATCH).strip(),
                "org.wenheng.analytics.command.Wenheng"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--work", place.resolve("work").toString()));
        if (arguments[0].equals("run")) {
            command.addAll(List.of("--database-port", Integer.toString(port)));
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        place.resolve("batch.log").toFile()))
                .start()
                .waitFor();
    }

    private ConfigurableApplicationContext serve() {
        return SpringApplication.run(
                ApiApplication.class,
                "--server.port=0",
                "--wenheng.database.port=" + port,
                "--wenheng.database.folder=" + place.resolve("work/postgres"));
    }

    private static JsonNode get(ConfigurableApplicationContext server, String path) throws Exception {
        String port = server.getEnvironment().getProperty("local.server.port");
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static List<String> texts(JsonNode rows, String... fields) {
        List<String> texts = new ArrayList<>();
        for (JsonNode row : rows) {
            List<String> values = new ArrayList<>();
            for (String field : fields) {
                values.add(row.get(field).asString());
            }
            texts.add(String.join(" ", values));
        }
        return texts;
    }

    private static List<String> cells(JsonNode evidence) {
        List<String> cells = new ArrayList<>();
        for (JsonNode input : evidence.get("inputs")) {
            if (input.get("elementCode").asString().equals("LIB_AREA")) {
                cells.addAll(texts(input.get("cells"), "facilityCode", "fileName", "sheet", "cell", "given"));
            }
        }
        return cells;
    }

    private static void copy(String name, Path target) throws IOException {
        try (var stream = EndToEndTest.class.getResourceAsStream("small/" + name);
                OutputStream out = Files.newOutputStream(target)) {
            java.util.Objects.requireNonNull(stream, name).transferTo(out);
        }
    }
}
