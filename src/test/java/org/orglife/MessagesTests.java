package org.orglife;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orglife.shared.Labelled;

/** Every word stands in the messages, and every message that is asked for exists. */
class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");

    /** {@code #{feature.key}} and {@code #{feature.key(arguments)}}; keys put together from parts are checked by enum. */
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]");

    private static final Pattern CODE_IN_SOURCE = Pattern.compile(
            "\"((?:web|excel|audit|imports|organisation|account|campaign|study|talk|opinion|meeting|sitting|minutes|review|problem|rectification|statistics|home|job|demo|publication|points|records)"
                    + "\\.[a-zA-Z][\\w.-]*)\"");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void everyKeyInATemplateExists() {
        assertThat(missing(TEMPLATES, ".html", KEY_IN_TEMPLATE)).isEmpty();
    }

    @Test
    void everyCodeInTheSourcesExists() {
        assertThat(missing(SOURCES, ".java", CODE_IN_SOURCE)).isEmpty();
    }

    @Test
    void everyEnumThatIsShownHasALabelForEachConstant() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.orglife");
        List<String> keys = new ArrayList<>();
        classes.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(Labelled.class))
                .map(type -> type.reflect().getEnumConstants())
                // a constant with a body of its own is a class without constants
                .filter(Objects::nonNull)
                .forEach(constants ->
                        Stream.of(constants).forEach(constant -> keys.add(((Labelled) constant).labelKey())));
        assertThat(keys).isNotEmpty();
        assertThat(messages().keySet()).containsAll(keys);
    }

    /** The auditor reads words, not names of classes. */
    @Test
    void everyTypeAndFieldInTheTrailHasAWord() {
        Pattern record = Pattern.compile("\\.record(?:Refused)?\\(([^;]*?)\\);", Pattern.DOTALL);
        Pattern type = Pattern.compile("\"([A-Z][A-Za-z]+)\"");
        Pattern field = Pattern.compile("List\\.of\\([^;]*?\"([a-z][A-Za-z]*) ?\"");
        Pattern constant = Pattern.compile("String TYPE = \"([A-Z][A-Za-z]+)\"");
        TreeSet<String> wanted = new TreeSet<>();
        each(SOURCES, ".java", (file, text) -> {
            if (text.contains("AuditTrail audit")) {
                constant.matcher(text).results().forEach(found -> wanted.add("audit.type." + found.group(1)));
                record.matcher(text).results().forEach(call -> {
                    type.matcher(call.group(1)).results().forEach(found -> wanted.add("audit.type." + found.group(1)));
                    field.matcher(call.group(1))
                            .results()
                            .forEach(found -> wanted.add("audit.field." + found.group(1)));
                });
            }
        });
        assertThat(wanted).contains("audit.type.Account", "audit.type.Campaign", "audit.field.measure");
        assertThat(messages().keySet()).containsAll(wanted);
    }

    @Test
    void noMessageIsEmptyAndEveryPatternIsWellFormed() {
        messages().forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            if (text.contains("{")) {
                assertThat(new MessageFormat(text).format(new Object[] {1, 2, 3, 4, 5, 6}))
                        .as(key)
                        .isNotBlank();
            }
        });
    }

    @Test
    void templatesHoldNoChinese() {
        List<String> found = new ArrayList<>();
        each(TEMPLATES, ".html", (file, text) -> {
            if (CHINESE.matcher(text).find()) {
                found.add(file.toString());
            }
        });
        assertThat(found).as("words belong into the messages").isEmpty();
    }

    @Test
    void templatesHoldNoInlineCodeAndNothingUnescaped() {
        Pattern forbidden = Pattern.compile(
                "th:utext|\\[\\(|<script(?![^>]*src)|\\sstyle=|th:style|\\son[a-z]+=|th:on[a-z]+|__\\$\\{");
        List<String> found = new ArrayList<>();
        each(TEMPLATES, ".html", (file, text) -> {
            Matcher matcher = forbidden.matcher(text);
            while (matcher.find()) {
                found.add(file + ": " + matcher.group());
            }
        });
        assertThat(found).isEmpty();
    }

    /** Repositories name paths of entities, which look like keys and are none. */
    private static final String PATHS_OF_ENTITIES = "Repository.java";

    private static List<String> missing(Path folder, String ending, Pattern pattern) {
        Map<String, String> messages = messages();
        TreeSet<String> missing = new TreeSet<>();
        each(folder, ending, (file, text) -> {
            Matcher matcher = pattern.matcher(file.toString().endsWith(PATHS_OF_ENTITIES) ? "" : text);
            while (matcher.find()) {
                String key = matcher.group(1);
                // a prefix that is completed at run time ends with a dot
                if (!messages.containsKey(key) && !key.endsWith(".")) {
                    missing.add(key + " in " + file.getFileName());
                }
            }
        });
        return List.copyOf(missing);
    }

    private interface Taker {
        void take(Path file, String text);
    }

    private static void each(Path folder, String ending, Taker taker) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(ending)).sorted().forEach(file -> {
                try {
                    taker.take(file, Files.readString(file));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A key that is written twice keeps its last text, and the other is never shown. */
    private static final class Once extends Properties {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            assertThat(super.put(key, value)).as("%s is written twice", key).isNull();
            return value;
        }
    }

    private static Map<String, String> messages() {
        Map<String, String> all = new TreeMap<>();
        each(MESSAGES, ".properties", (file, text) -> {
            Properties properties = new Once();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            properties.forEach((key, value) -> {
                assertThat(all).as("keys of one name in two files").doesNotContainKey(key.toString());
                all.put(key.toString(), value.toString());
            });
        });
        return all;
    }
}
