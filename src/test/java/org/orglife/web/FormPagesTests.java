package org.orglife.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.People.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What every page and every form owes to whoever sees it, shown on some of them. */
@FullApplicationTest
class FormPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    People people;

    @Test
    void aFormWithErrorsComesBackWithEverythingThatWasTyped() {
        assertThat(pages.post()
                        .uri("/campaigns")
                        .with(by(people.office(people.committee())))
                        .with(csrf())
                        .param("title", "年度<组织>生活会")
                        .param("meetingFrom", "2023-10-31")
                        .param("meetingUntil", "2023-10-01"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"年度&lt;组织&gt;生活会\"", "value=\"2023-10-31\"", "value=\"2023-10-01\"");
    }

    @Test
    void everyPageIsDrawnInStandardsMode() {
        var office = people.office(people.committee());
        for (String address : new String[] {"/me", "/password", "/campaigns/new", "/campaigns/999999999"}) {
            assertThat(pages.get().uri(address).with(by(office)))
                    .bodyText()
                    .as(address)
                    .startsWith("<!doctype html>\n<html lang=\"zh-CN\"");
        }
        assertThat(pages.get().uri("/login")).bodyText().startsWith("<!doctype html>");
    }
}
