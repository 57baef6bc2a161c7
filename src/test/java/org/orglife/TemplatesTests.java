package org.orglife;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What templates can get wrong without anybody being told. */
class TemplatesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static final Pattern TAG = Pattern.compile("<[a-z][\\w:]*((?:\\s+[\\w:@.-]+(?:=\"[^\"]*\")?)*)\\s*/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([\\w:@.-]+)(?:=\"[^\"]*\")?");
    private static final Set<String> CONTROLS =
            Set.of("th:if", "th:unless", "th:case", "th:each", "th:with", "th:switch");

    /** A tag that is replaced loses its conditions, as replacing comes first: it would always be shown. */
    @Test
    void noTagIsReplacedUnderACondition() {
        assertThat(offending(attributes ->
                        attributes.contains("th:replace") && attributes.stream().anyMatch(CONTROLS::contains)))
                .isEmpty();
    }

    /** A selector means elements as well as fragments: one called "input" brings every input of its file along. */
    @Test
    void noFragmentBearsTheNameOfAnElement() {
        Pattern elements = Pattern.compile(
                "th:fragment=\"(a|button|details|dialog|dl|fieldset|footer|form|header|input|label|li|main|nav|ol|p|section"
                        + "|select|span|summary|svg|table|tbody|td|textarea|th|tr|ul)[ (\"]");
        assertThat(texts().filter(file -> elements.matcher(file.getValue()).find())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    /** What somebody pastes is never cut off unseen: the form counts it and says how much is too much. */
    @Test
    void noLongTextIsCut() {
        Pattern cut = Pattern.compile("<textarea[^>]*maxlength");
        assertThat(texts().filter(file -> cut.matcher(file.getValue()).find()).map(Map.Entry::getKey))
                .isEmpty();
    }

    private static List<String> offending(Predicate<List<String>> fault) {
        List<String> found = new ArrayList<>();
        texts().forEach(file -> {
            Matcher tags = TAG.matcher(file.getValue());
            while (tags.find()) {
                List<String> attributes = ATTRIBUTE
                        .matcher(tags.group(1))
                        .results()
                        .map(result -> result.group(1))
                        .toList();
                if (fault.test(attributes)) {
                    found.add(file.getKey() + " " + tags.group());
                }
            }
        });
        return found;
    }

    private static Stream<Map.Entry<Path, String>> texts() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files
                    .filter(file -> file.toString().endsWith(".html"))
                    .map(file -> Map.entry(TEMPLATES.relativize(file), read(file)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
