package org.orglife.excel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExcelMessagesTests {

    private static final Pattern CODE = Pattern.compile("\"(excel\\.[a-z]+\\.[a-z-]+)\"");

    private static Properties messages() {
        Properties messages = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ExcelMessagesTests.class.getResourceAsStream("/messages/excel.properties")),
                UTF_8)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }

    private static Set<String> codesInUse() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/orglife/excel"))) {
            for (Path source : sources.toList()) {
                CODE.matcher(Files.readString(source))
                        .results()
                        .map(result -> result.group(1))
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    @Test
    void everyCodeHasItsSentencesAndEverySentenceItsCode() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String code : codesInUse()) {
            expected.add(code);
            if (!code.startsWith("excel.file.") && !code.startsWith("excel.sheet.")) {
                expected.add(code + ".do");
            }
        }
        assertThat(messages().stringPropertyNames()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everySentenceIsAFormatInChinese() {
        messages().forEach((code, sentence) -> {
            assertThat(new MessageFormat(sentence.toString()).format(new Object[] {"甲", "乙", "丙"}))
                    .as(code.toString())
                    .doesNotContain("{")
                    .containsPattern("\\p{IsHan}");
        });
    }

    @Test
    void refusalsOfAFileSayWhatToDo() {
        messages().forEach((code, sentence) -> {
            if (code.toString().startsWith("excel.file.") || code.toString().startsWith("excel.sheet.")) {
                assertThat(sentence.toString())
                        .as(code.toString())
                        .contains("请")
                        .endsWith("。");
            }
        });
    }

    @Test
    void theSentencesOfThePictureAreThere() {
        Properties messages = messages();
        assertThat(format(messages, "excel.cell.choice.do", "正式", "“正式党员”或“预备党员”"))
                .isEqualTo("改成“正式党员”或“预备党员”");
        assertThat(format(messages, "excel.cell.missing", "姓名")).isEqualTo("没有填姓名");
        assertThat(format(messages, "excel.cell.missing.do", "姓名")).isEqualTo("补上姓名，或删掉这一行");
        assertThat(format(messages, "excel.date.none")).isEqualTo("没有这个日期");
        assertThat(format(messages, "excel.cell.long-number.do", "C18")).isEqualTo("请设为文本格式后重新填写");
    }

    private static String format(Properties messages, String code, Object... arguments) {
        return MessageFormat.format(messages.getProperty(code), arguments);
    }
}
