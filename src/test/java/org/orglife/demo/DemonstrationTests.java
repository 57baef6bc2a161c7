package org.orglife.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orglife.account.DemonstrationAccounts;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Accounts whose password everybody knows exist on a database of our own only. */
class DemonstrationTests {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(DemonstrationConfiguration.class, Demonstration.class);

    @Test
    void anEmbeddedDatabaseIsADemonstrationUnlessSomebodySaysOtherwise() {
        context.run(running ->
                assertThat(running).hasSingleBean(DemonstrationAccounts.class).hasBean("listensOnThisMachineOnly"));
        context.withPropertyValues("orglife.demo=false")
                .run(running -> assertThat(running)
                        .doesNotHaveBean(DemonstrationAccounts.class)
                        .doesNotHaveBean("listensOnThisMachineOnly"));
    }

    @Test
    void aDatabaseOfOnesOwnNeverGetsDemonstrationAccountsEvenIfAsked() {
        context.withPropertyValues("spring.datasource.url=jdbc:postgresql://db/orglife", "orglife.demo=true")
                .run(running -> assertThat(running).doesNotHaveBean(DemonstrationAccounts.class));
    }
}
