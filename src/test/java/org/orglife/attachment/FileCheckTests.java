package org.orglife.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orglife.shared.RuleViolationException;

/** What may be kept beside a record: looked into, never believed. */
class FileCheckTests {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private final FileCheck check = new FileCheck(new Pictures());

    private void refused(String code, String name, byte[] contents) {
        ThrowingCallable attempt = () -> check.check(name, contents);
        assertThatThrownBy(attempt).as(name).isInstanceOf(RuleViolationException.class);
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        RuleViolationException.class,
                        refusal -> assertThat(refusal.code()).as(name).isEqualTo(code));
    }

    private static byte[] pdf(int size) {
        return Arrays.copyOf(TestFiles.pdf(), size);
    }

    @Test
    @DisplayName("84: nothing, 20 MB, one byte more")
    void sizes() {
        refused("attachment.empty", "空.pdf", new byte[0]);
        assertThat(check.check("大.pdf", pdf(FileCheck.MOST_BYTES)).size()).isEqualTo(FileCheck.MOST_BYTES);
        refused("attachment.too-large", "大.pdf", pdf(FileCheck.MOST_BYTES + 1));
    }

    @ParameterizedTest(name = "85: {0} is refused")
    @ValueSource(strings = {"a.jpg.exe", "a", "pdf", "说明.txt", "a.svg", "a.html", "book.xlsm", "old.doc", ""})
    void names(String name) {
        refused("attachment.kind", name, TestFiles.pdf());
    }

    @Test
    @DisplayName("85: names lose their path and control characters, and are cut from the front")
    void safeNames() {
        assertThat(check.check("..\\..\\C:\\con\\CON.pdf", TestFiles.pdf()).name())
                .isEqualTo("CON.pdf");
        assertThat(check.check("../../etc/x.pdf", TestFiles.pdf()).name()).isEqualTo("x.pdf");
        assertThat(check.check("a.php\u0000.pdf", TestFiles.pdf()).name()).isEqualTo("a.php.pdf");
        assertThat(check.check("\u202Efdp.exe.pdf", TestFiles.pdf()).name()).isEqualTo("fdp.exe.pdf");
        assertThat(check.check("😀.pdf", TestFiles.pdf()).name()).isEqualTo("😀.pdf");
        assertThat(check.check("长".repeat(300) + ".PDF", TestFiles.pdf()).name())
                .hasSize(120)
                .endsWith("长.PDF");
    }

    @Test
    @DisplayName("86: what is not what its name says is refused; what hides behind a picture is left out")
    void disguises() throws IOException {
        refused("attachment.other", "a.jpg", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        refused("attachment.other", "a.png", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        refused("attachment.other", "程序.jpg", "MZ\u0090\u0000".getBytes(StandardCharsets.ISO_8859_1));
        refused("attachment.other", "a.pdf", TestFiles.picture("png", 3, 3));
        byte[] honest = TestFiles.picture("jpg", 40, 30);
        byte[] behind = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] both = Arrays.copyOf(honest, honest.length + behind.length);
        System.arraycopy(behind, 0, both, honest.length, behind.length);
        CheckedFile drawn = check.check("a.jpg", both);
        assertThat(new String(drawn.open().readAllBytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    @DisplayName("87: a picture of 60,000 by 60,000 is refused by its first bytes; what cannot be drawn, too")
    void pictureBombs() {
        refused("attachment.pixels", "大.png", TestFiles.pixelFlood(60_000, 60_000));
        refused("attachment.pixels", "长.png", TestFiles.pixelFlood(Integer.MAX_VALUE, Integer.MAX_VALUE));
        refused("attachment.picture", "负.png", TestFiles.pixelFlood(-5, 10));
        refused("attachment.picture", "空.png", TestFiles.pixelFlood(100, 100));
        refused("attachment.picture", "短.png", Arrays.copyOf(TestFiles.pixelFlood(9, 9), 12));
        refused("attachment.picture", "断.jpg", Arrays.copyOf(TestFiles.picture("jpg", 40, 30), 30));
    }

    @Test
    @DisplayName("87: a phone's picture stands upright and no longer says where it was taken")
    void withoutThePlace() throws IOException {
        byte[] taken = TestFiles.phonePicture(60, 40);
        assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains("GPS 39.9042N");
        byte[] kept = check.check("会场.jpeg", taken).open().readAllBytes();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
        BufferedImage picture = ImageIO.read(check.check("会场.jpeg", taken).open());
        assertThat(picture.getWidth()).isEqualTo(40);
        assertThat(picture.getHeight()).isEqualTo(60);
        assertThat(picture.getRGB(35, 5) & 0xFF0000)
                .as("what was above left is above right")
                .isGreaterThan(0xB00000);
        assertThat(picture.getRGB(5, 5) & 0xFF0000).isLessThan(0x500000);
    }

    @Test
    @DisplayName("87: a picture of 24 megapixels is kept smaller")
    void largePicturesAreMadeSmaller() throws IOException {
        CheckedFile kept = check.check("大.png", TestFiles.picture("png", 6000, 4000));
        BufferedImage picture = ImageIO.read(kept.open());
        assertThat(picture.getWidth()).isEqualTo(3000);
    }

    @Test
    @DisplayName("88: documents with macros or fetched templates are refused, links are not")
    void documents() {
        assertThat(check.check("总结.docx", TestFiles.document(WORD, Map.of())).kind())
                .isEqualTo(FileKind.DOCX);
        refused(
                "attachment.macros",
                "总结.docx",
                TestFiles.document("application/vnd.ms-word.document.macroEnabled.main+xml", Map.of()));
        refused("attachment.macros", "总结.docx", TestFiles.document(WORD, Map.of("word/vbaProject.bin", "x")));
        refused(
                "attachment.linked",
                "总结.docx",
                TestFiles.document(
                        WORD,
                        Map.of(
                                "word/_rels/settings.xml.rels",
                                "<Relationships><Relationship Id='1' Type='http://x/attachedTemplate' Target='http://evil/t.dotm' TargetMode='External'/></Relationships>")));
        assertThat(check.check(
                                "总结.docx",
                                TestFiles.document(
                                        WORD,
                                        Map.of(
                                                "word/_rels/document.xml.rels",
                                                "<Relationships><Relationship Id=\"1\" Type=\"http://x/hyperlink\" Target=\"http://a\" TargetMode=\"External\"/></Relationships>")))
                        .size())
                .isPositive();
        refused("attachment.other", "表.xlsx", TestFiles.document(WORD, Map.of()));
        refused("attachment.broken", "坏.docx", "PK\u0003\u0004nothing".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    @DisplayName("90: the test virus under the name of a document is no document")
    void testVirus() {
        String eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
        refused("attachment.other", "a.pdf", eicar.getBytes(StandardCharsets.US_ASCII));
        refused("attachment.kind", "eicar.com", eicar.getBytes(StandardCharsets.US_ASCII));
    }
}
