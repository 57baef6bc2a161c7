package org.orglife.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The server build, in which the embedded database is not there. */
class NoDatabaseTests {

    private final ApplicationContextRunner server = new ApplicationContextRunner()
            .withClassLoader(new FilteredClassLoader(EmbeddedPostgres.class))
            .withConfiguration(AutoConfigurations.of(
                    EmbeddedDatabaseAutoConfiguration.class,
                    NoDatabaseAutoConfiguration.class,
                    DataSourceAutoConfiguration.class));

    @Test
    void saysWhatToSetWhenNoDatabaseIsNamed() {
        server.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(DatabaseNotNamedException.class)
                .hasMessageContaining("SPRING_DATASOURCE_URL"));
    }

    @Test
    void takesTheDatabaseThatIsNamed() {
        server.withPropertyValues("spring.datasource.url=jdbc:postgresql://db/orglife")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(DataSource.class));
    }
}
