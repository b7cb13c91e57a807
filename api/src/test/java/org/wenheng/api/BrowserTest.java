package org.wenheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Opens the pages in a real browser. Pictures go to the folder of {@code -Dwenheng.shots}, if it is given. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // The driver warns that it does not know the newest browser's debugging protocol, which is not used.
        properties = "logging.level.org.openqa.selenium=error")
@Import(MartForTests.class)
class BrowserTest {
    private static final String YEAR = "/schemes/demo-2025/2025";
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir
    Path profile;

    @LocalServerPort
    int port;

    @Nullable
    ChromeDriver browser;

    @BeforeEach
    void open() {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "skipped: needs " + CHROMIUM + " and " + DRIVER);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions().setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void chartsAreDrawnAndTheConsoleStaysSilent() throws IOException {
        for (String path : new String[] {YEAR, YEAR + "/regions/220101", YEAR + "/regions/2201"}) {
            ChromeDriver page = visit(path);
            assertThat(page.findElement(By.cssSelector(".chart canvas")).isDisplayed())
                    .isTrue();
            assertThat(colouredPixels(page)).as("coloured pixels of " + path).isGreaterThan(500);
            assertThat(page.manage().logs().get(LogType.BROWSER).getAll())
                    .as("console of " + path)
                    .isEmpty();
            shoot(page, path);
        }
    }

    @Test
    void nothingSticksOutOnANarrowScreen() throws IOException {
        for (String path : new String[] {"/", YEAR, YEAR + "/regions/220102", YEAR + "/regions/220101/indicators/A1"}) {
            ChromeDriver page = visit(path, 380);
            Object overflow = page.executeScript("return document.documentElement.scrollWidth");
            assertThat(((Number) overflow).doubleValue()).as("width of " + path).isLessThanOrEqualTo(380);
            shoot(page, path + "-narrow");
        }
    }

    @Test
    void swaggerIsReadable() throws IOException {
        ChromeDriver page = visit("/swagger-ui/index.html");
        assertThat(page.findElements(By.cssSelector(".opblock"))).hasSizeGreaterThanOrEqualTo(9);
        shoot(page, "/swagger");
    }

    private ChromeDriver visit(String path) {
        return visit(path, 1280);
    }

    /** A window is never narrower than 500 px, an emulated screen is. */
    private ChromeDriver visit(String path, int width) {
        ChromeDriver page = Objects.requireNonNull(browser);
        page.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics(width, 900));
        page.get("http://localhost:" + port + path);
        return page;
    }

    private static Map<String, Object> metrics(int width, int height) {
        return Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
    }

    private static long colouredPixels(JavascriptExecutor page) {
        return ((Number) Objects.requireNonNull(page.executeScript("""
                        const canvas = document.querySelector('.chart canvas');
                        const bytes = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                        let coloured = 0;
                        for (let i = 0; i < bytes.length; i += 4) {
                            if (bytes[i + 3] > 0 && Math.abs(bytes[i] - bytes[i + 1]) > 20) coloured++;
                        }
                        return coloured;
                        """))).longValue();
    }

    private static void shoot(ChromeDriver page, String path) throws IOException {
        String folder = System.getProperty("wenheng.shots");
        if (folder == null) {
            return;
        }
        Number height = (Number) Objects.requireNonNull(page.executeScript("return document.body.scrollHeight"));
        Number width = (Number) Objects.requireNonNull(page.executeScript("return window.innerWidth"));
        page.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics(width.intValue(), height.intValue()));
        File picture = page.getScreenshotAs(OutputType.FILE);
        Files.createDirectories(Path.of(folder));
        Files.copy(
                picture.toPath(),
                Path.of(folder, path.replace('/', '_') + ".png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
