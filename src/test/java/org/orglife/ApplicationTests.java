package org.orglife;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@FullApplicationTest
class ApplicationTests {

    @Autowired
    MockMvcTester pages;

    @Test
    void startsAndAsksForASignIn() {
        assertThat(pages.get().uri("/")).hasStatus(302).redirectedUrl().endsWith("/login");
        assertThat(pages.get().uri("/login")).hasStatusOk();
    }
}
