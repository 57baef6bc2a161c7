package org.orglife;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of rules tells the truth about the code. */
class RulesTests {

    private static final Path RULES = Path.of("docs/rules.md");
    private static final Path SOURCES = Path.of("src");
    private static final Pattern ID = Pattern.compile("BR-[0-9]+[a-z]?");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]+)`");

    @Test
    void everyRuleThatCodeNamesIsListed() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        sources().forEach(file -> named.addAll(found(ID, read(file))));
        assertThat(named).isNotEmpty();
        assertThat(found(ID, Files.readString(RULES))).containsAll(named);
    }

    @Test
    void everyRuleThatIsListedIsNamedByItsTest() throws IOException {
        for (String line : Files.readAllLines(RULES)) {
            String[] cells = line.split(" \\| ");
            if (line.startsWith("| BR-") && cells.length == 5) {
                String id = cells[0].substring(2);
                for (String test : found(TYPE, cells[4])) {
                    assertThat(sources().filter(file -> file.endsWith(test.replace("`", "") + ".java")))
                            .as(id)
                            .singleElement()
                            .satisfies(file -> assertThat(read(file)).contains(id));
                }
            }
        }
    }

    @Test
    void everyTypeThatIsListedExists() throws IOException {
        TreeSet<String> types = new TreeSet<>();
        sources().forEach(file -> types.add("`" + file.getFileName().toString().replace(".java", "`")));
        assertThat(types).containsAll(found(TYPE, Files.readString(RULES)));
    }

    private static Set<String> found(Pattern pattern, String text) {
        TreeSet<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(result -> found.add(result.group()));
        return found;
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
