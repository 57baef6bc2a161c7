package org.orglife;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What the documents say can be set by environment variable is read under exactly that name. */
class DocumentedSettingsTests {

    private static final Pattern NAME = Pattern.compile("\\b(?:ORGLIFE|SERVER|SPRING)(?:_[A-Z]+)+\\b");
    private static final Pattern PROPERTY = Pattern.compile("\"name\": ?\"((?:orglife|server|spring)\\.[a-z0-9.-]+)\"");
    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{?([A-Z_]+)");

    @Test
    @DisplayName("every environment variable in README, operations, application.yaml and the composition is read")
    void everyNamedVariableIsRead() throws IOException {
        Set<String> properties = properties();
        Set<String> elsewhere = substituted();
        List<String> unread = named().stream()
                .filter(name -> !elsewhere.contains(name))
                .filter(name -> properties.stream().noneMatch(property -> binds(name, property)))
                .toList();
        assertThat(unread).isEmpty();
    }

    @Test
    @DisplayName("a name that nothing reads is noticed")
    void aMisspeltNameIsNoticed() throws IOException {
        assertThat(properties()).noneMatch(property -> binds("SERVER_TOMCAT_REMOTE_IP_INTERNAL_PROXIES", property));
    }

    private static Set<String> named() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file : List.of(
                "README.md", "docs/operations.md", "src/main/resources/application.yaml", "docker-compose.yml")) {
            Matcher name = NAME.matcher(Files.readString(Path.of(file)));
            while (name.find()) {
                names.add(name.group());
            }
        }
        assertThat(names).contains("SERVER_PORT", "ORGLIFE_KEY_FILE");
        return names;
    }

    /** Every property of ours and of the framework, as the metadata beside their classes lists them. */
    private static Set<String> properties() throws IOException {
        Set<String> names = new TreeSet<>();
        for (URL metadata : Collections.list(DocumentedSettingsTests.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = metadata.openStream()) {
                Matcher property = PROPERTY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                while (property.find()) {
                    names.add(property.group(1));
                }
            }
        }
        assertThat(names).contains("server.port", "orglife.files");
        return names;
    }

    /** Variables of the composition and of the scripts beside it. */
    private static Set<String> substituted() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("docker-compose.yml")));
        try (Stream<Path> scripts = Files.list(Path.of("src/main/docker"))) {
            scripts.forEach(files::add);
        }
        Set<String> names = new TreeSet<>();
        for (Path file : files) {
            Matcher name = SUBSTITUTED.matcher(Files.readString(file));
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    private static boolean binds(String variable, String property) {
        var environment = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(variable, "set"));
        return new Binder(ConfigurationPropertySources.from(environment))
                .bind(property, String.class)
                .isBound();
    }
}
