package org.wenheng.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wenheng.ingest.problem.InputRefusedException;
import org.wenheng.ingest.problem.Problem;
import org.wenheng.ingest.reference.Title;

/** Packages of a run in memory. */
class SmallPackageTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-2+3", "@SUM(A1)", "＝1+1"})
    void aTextThatLooksLikeAFormulaIsTextInBothTablesAndThePackageIsWhole(String name) throws Exception {
        byte[] zip =
                AssessmentPackage.of(SmallAssessment.of("2025", new Title(name, name), "92", "92"), Optional.empty());
        assertThat(PackageCheck.check("p.zip", zip, Optional.empty())).isEmpty();
        String csv = new String(file(zip, "scores.csv"), StandardCharsets.UTF_8);
        assertThat(csv).contains(",'" + name + ",").doesNotContain("," + name);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file(zip, "scores.xlsx")))) {
            XSSFCell cell = workbook.getSheet(ScoresWorkbook.SCORES).getRow(2).getCell(1);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(name);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void contributionsThatDoNotSumToTheScoreAreFound() {
        byte[] zip =
                AssessmentPackage.of(SmallAssessment.of("2025", new Title("甲", "A"), "91.5", "92"), Optional.empty());
        List<Problem> problems = PackageCheck.check("p.zip", zip, Optional.empty());
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("PACKAGE_SUM_DIFFERS");
            assertThat(problem.where()).isEqualTo("scores.json unit 220102 exact");
            assertThat(problem.chinese()).isEqualTo("为 92,应为 91.5");
            assertThat(problem.english()).isEqualTo("It is 92 (expected: 91.5)");
        });
    }

    @Test
    void aDifferenceOfBinaryNoiseIsNone() {
        byte[] zip = AssessmentPackage.of(
                SmallAssessment.of("2025", new Title("甲", "A"), "91.9999999", "92"), Optional.empty());
        assertThat(PackageCheck.check("p.zip", zip, Optional.empty())).isEmpty();
    }

    @Test
    void keysAreReadFromPemWithTextAroundItAndAnyEndOfLine() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] bytes = {1, 2, 3};
        String secret =
                "Bag Attributes\n" + pem("PRIVATE KEY", pair.getPrivate()).replace("\n", "\r\n") + "\r\nend\r\n";
        String signed = Signature.sign(bytes, Signature.privateKey(secret, "private.pem"));
        var open = Signature.publicKey(pem("PUBLIC KEY", pair.getPublic()), "public.pem");
        assertThat(Signature.isBy(open, bytes, signed)).isTrue();
        assertThat(Signature.isBy(open, new byte[] {1, 2, 4}, signed)).isFalse();
        assertThat(Signature.isBy(open, bytes, "no signature")).isFalse();
    }

    @Test
    void whatIsNoKeyOfItsKindIsRefusedAndNeverShown() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair other = KeyPairGenerator.getInstance("EC").generateKeyPair();
        String secret = pem("PRIVATE KEY", pair.getPrivate());
        List<String> wrong = List.of(
                "",
                "no key",
                pem("PUBLIC KEY", pair.getPublic()),
                pem("PRIVATE KEY", pair.getPublic()),
                pem("PRIVATE KEY", other.getPrivate()),
                secret.substring(0, 60),
                "-----END PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----");
        for (String text : wrong) {
            assertThatThrownBy(() -> Signature.privateKey(text, "key.pem"))
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining("key.pem [KEY_UNREADABLE] 文件里没有 Ed25519 密钥(PEM,PRIVATE KEY)")
                    .hasMessageContaining("./wenheng keys DIR makes one");
        }
        assertThatThrownBy(() -> Signature.publicKey(secret, "key.pem"))
                .isInstanceOf(InputRefusedException.class)
                .message()
                .contains("PUBLIC KEY")
                .doesNotContain(secret.split("\n", -1)[1].strip());
    }

    private static String pem(String label, Key key) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, Base64.getMimeEncoder().encodeToString(key.getEncoded()), label);
    }

    private static byte[] file(byte[] zip, String name) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry entry = in.getNextEntry();
            while (!Objects.requireNonNull(entry).getName().equals(name)) {
                entry = in.getNextEntry();
            }
            return in.readAllBytes();
        }
    }
}
