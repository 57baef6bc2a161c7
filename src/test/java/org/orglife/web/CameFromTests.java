package org.orglife.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class CameFromTests {

    private static String page(String referer) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/large-type");
        request.setServerName("zb.example.com");
        request.addHeader("Referer", referer);
        return CameFrom.page(request);
    }

    @Test
    void isThePageBeforeWithItsFilters() {
        assertThat(page("http://zb.example.com/ledger?status=CLOSED&page=2")).isEqualTo("/ledger?status=CLOSED&page=2");
        assertThat(page("http://zb.example.com/")).isEqualTo("/");
    }

    @ParameterizedTest
    @DisplayName("T-URL-05: nothing leads away from our own pages")
    @ValueSource(
            strings = {
                "http://zb.example.com//evil.example/login",
                "http://zb.example.com/\\evil.example",
                "http://zb.example.com",
                "http://zb.example.com.evil.example/login",
                "http://zb.example.com@evil.example/login",
                "http://zb.example.com:81/ledger",
                "https://zb.example.com/ledger",
                "//evil.example",
                "javascript:alert(1)",
                "no address at all"
            })
    void isTheFirstPageForAnythingElse(String referer) {
        assertThat(page(referer)).isEqualTo("/");
    }

    @Test
    void isTheFirstPageWhenTheBrowserDoesNotSay() {
        assertThat(CameFrom.page(new MockHttpServletRequest("POST", "/large-type")))
                .isEqualTo("/");
    }
}
