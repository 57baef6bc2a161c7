package org.orglife.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.TestDatabase;
import org.orglife.account.SampleAccounts;
import org.orglife.shared.Role;
import org.orglife.web.Allow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What goes over the wire: headers, cookies, tokens and error pages of a server as it runs behind https. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"orglife.demo=false", "db-scheduler.enabled=false", "orglife.public-url=https://zb.example.com"})
@Import({TestDatabase.class, TestClock.class, People.class, SecurityOverHttpTests.FailingPage.class})
@ExtendWith(OutputCaptureExtension.class)
class SecurityOverHttpTests {

    private static final String PASSWORD = "song shu xia 91 guo";
    private static final String SECRET = "secret-of-the-failing-page";
    private static int number;

    @LocalServerPort
    int port;

    @Autowired
    SampleAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    private String username;
    private Browser browser;

    /** Fails the way a programming mistake does. */
    @Controller
    static class FailingPage {

        @GetMapping("/failing")
        @PreAuthorize(Allow.SIGNED_IN)
        String fail() {
            throw new IllegalStateException(SECRET);
        }
    }

    /** Keeps cookies by hand, as the test speaks http where the cookies want https. */
    private final class Browser {

        private final HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private final Map<String, String> cookies = new LinkedHashMap<>();

        HttpResponse<String> get(String path) throws Exception {
            return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)));
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
            String body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        HttpResponse<String> signIn(String name, String password) throws Exception {
            return post("/login", Map.of("username", name, "password", password, "_csrf", token("/login")));
        }

        String token(String page) throws Exception {
            Matcher field = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                    .matcher(get(page).body());
            assertThat(field.find()).isTrue();
            return field.group(1);
        }

        String session() {
            return String.valueOf(cookies.get("__Host-SESSION"));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            request.header("Accept", "text/html");
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(header -> {
                HttpCookie cookie = HttpCookie.parse(header).get(0);
                cookies.put(cookie.getName(), cookie.getValue());
            });
            return response;
        }
    }

    @BeforeEach
    void anAccountAndABrowser() {
        jdbc.sql("delete from failed_sign_in").update();
        username = "over-http-" + ++number;
        accounts.open(username, "审计员", null, Role.AUDIT_ADMIN, List.of(), PASSWORD);
        browser = new Browser();
    }

    @ParameterizedTest
    @DisplayName("T-HDR-02: the headers stand on every response, errors, files and refusals included")
    @ValueSource(
            strings = {
                "/login",
                "/",
                "/nothing-here",
                "/failing",
                "/assets/app.css",
                "/assets/nothing.css",
                "/actuator/health/liveness",
                "/actuator/env",
                "/accounts;x=1",
                "//evil.example",
                "/error"
            })
    void headersStandOnEveryResponse(String path) throws Exception {
        browser.signIn(username, PASSWORD);
        var headers = browser.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Strict-Transport-Security").orElse("")).contains("max-age=31536000");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("what Tomcat refuses by itself is answered in our words, with the headers of every response")
    @ValueSource(strings = {"/%2e%2e/x", "/login%00", "/a%2fb"})
    void malformedAddress(String address) throws Exception {
        HttpResponse<String> refused = browser.get(address);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("这个地址打不开").doesNotContain("Bad Request", "Tomcat");
        assertThat(refused.headers().firstValue("Content-Security-Policy")).contains(csp());
        assertThat(refused.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    /** That of any page. */
    private String csp() throws Exception {
        return browser.get("/login")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "T-OPN-07: the anonymous box does not look at the session of whoever is signed in, and gives no cookie")
    void theBoxKnowsNoSession() throws Exception {
        browser.signIn(username, PASSWORD);
        browser.get("/me");
        String session = new String(java.util.Base64.getDecoder().decode(browser.session()), StandardCharsets.UTF_8);
        jdbc.sql("update spring_session set last_access_time = 1 where session_id = :id")
                .param("id", session)
                .update();
        for (String path : List.of("/o", "/o/result", "/o/assets/box.css", "/o/assets/box.js", "/o/nothing-here")) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isIn(200, 404);
            assertThat(answer.headers().firstValue("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).contains("no-referrer");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
        }
        HttpResponse<String> entered = browser.post("/o/enter", Map.of("code", "0000"));
        assertThat(entered.statusCode()).isEqualTo(422);
        assertThat(entered.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(jdbc.sql("select last_access_time from spring_session where session_id = :id")
                        .param("id", session)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("T-FAIL: a page that breaks shows a sentence, no trace of what broke; the log has it")
    void aPageThatBreaksTellsNothing(CapturedOutput output) throws Exception {
        browser.signIn(username, PASSWORD);
        HttpResponse<String> broken = browser.get("/failing");
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.body())
                .contains("系统出了问题，没有保存")
                .doesNotContain(SECRET, "IllegalStateException", "at org.", "Whitelabel", "timestamp");
        assertThat(output.getAll()).contains(SECRET);
    }

    @Test
    void wrongMethodsAndAddressesAreAnsweredInChinese(CapturedOutput output) throws Exception {
        browser.signIn(username, PASSWORD);
        assertThat(browser.get("/logout").statusCode()).isIn(404, 405);
        HttpResponse<String> missing = browser.get("/nothing-here");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("没有找到这一页").doesNotContain("Not Found", "Whitelabel");
        for (String odd : List.of("/%2e%2e/secret", "//evil.example", "/accounts;x=1")) {
            HttpResponse<String> refused = browser.get(odd);
            assertThat(refused.statusCode()).as(odd).isIn(400, 404);
            assertThat(refused.body()).as(odd).doesNotContain("at org.", "Exception");
        }
        assertThat(output.getOut()).doesNotContain("No mapping for", " WARN ");
    }

    @Test
    void theStartEndsWithTheAddressToOpen(CapturedOutput output) {
        assertThat(output.getAll())
                .contains("Open https://zb.example.com (this machine: http://localhost:" + port + ")");
    }

    @Test
    @DisplayName("T-HDR-01: the session's cookie is bound to the host and to https, and no script reads it")
    void theCookieIsBoundToTheHost() throws Exception {
        String cookie =
                String.join(" ", browser.signIn(username, PASSWORD).headers().allValues("Set-Cookie"));
        assertThat(cookie).contains("__Host-SESSION=", "Path=/", "Secure", "HttpOnly", "SameSite=Lax");
        assertThat(cookie).doesNotContain("Domain=");
    }

    @Test
    @DisplayName("T-AUTH-11: the session's number changes at sign-in and at a new password")
    void theSessionIsAnotherOneAfterSigningIn() throws Exception {
        browser.get("/login");
        String token = browser.token("/login");
        String before = browser.session();
        browser.post("/login", Map.of("username", username, "password", PASSWORD, "_csrf", token));
        String after = browser.session();
        assertThat(after).isNotEqualTo(before);

        Browser thief = new Browser();
        thief.cookies.put("__Host-SESSION", before);
        assertThat(thief.get("/audit").headers().firstValue("Location").orElse(""))
                .endsWith("/login");

        HttpResponse<String> changed = browser.post(
                "/password",
                Map.of(
                        "presentPassword",
                        PASSWORD,
                        "chosenPassword",
                        PASSWORD + " 2",
                        "repeatedPassword",
                        PASSWORD + " 2",
                        "_csrf",
                        browser.token("/password")));
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(browser.session()).isNotEqualTo(after);
        assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("T-AUTH-08: a new password ends the sessions elsewhere")
    void aNewPasswordEndsOtherSessions() throws Exception {
        Browser elsewhere = new Browser();
        elsewhere.signIn(username, PASSWORD);
        browser.signIn(username, PASSWORD);
        browser.post(
                "/password",
                Map.of(
                        "presentPassword",
                        PASSWORD,
                        "chosenPassword",
                        PASSWORD + " 2",
                        "repeatedPassword",
                        PASSWORD + " 2",
                        "_csrf",
                        browser.token("/password")));
        assertThat(elsewhere.get("/audit").headers().firstValue("Location").orElse(""))
                .endsWith("/login");
    }

    @Test
    @DisplayName("T-CSRF-01: a form without its token is refused, and comes back with what was typed but no password")
    void aFormWithoutItsTokenIsRefused() throws Exception {
        browser.signIn(username, PASSWORD);
        HttpResponse<String> refused =
                browser.post("/large-type", Map.of("on", "true", "text", "写了很久的一段话", "presentPassword", PASSWORD));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("写了很久的一段话").doesNotContain(PASSWORD);
        assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("T-CSRF-03: signing in from an old page asks for the password again, with the user name kept")
    void signingInFromAnOldPage() throws Exception {
        for (String token : List.of("", "of-a-session-long-over")) {
            Browser late = new Browser();
            HttpResponse<String> answer =
                    late.post("/login", Map.of("username", username, "password", PASSWORD, "_csrf", token));
            assertThat(location(answer)).endsWith("/login?stale");
            assertThat(late.get("/login?stale").body())
                    .contains("登录页停留太久了，请再输入一次密码", "value=\"" + username + "\"")
                    .doesNotContain(PASSWORD, "还可以再试", "内容还没有保存");
            assertThat(location(late.signIn(username, PASSWORD))).endsWith("/audit");
        }
        assertThat(jdbc.sql("select count(*) from failed_sign_in")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("T-CSRF-03: a second sign-in page of a session that is signed in leads to the first page")
    void signingInInTheSecondTab() throws Exception {
        String token = browser.token("/login");
        browser.signIn(username, PASSWORD);
        HttpResponse<String> second =
                browser.post("/login", Map.of("username", username, "password", "wrong", "_csrf", token));
        assertThat(location(second)).endsWith("/audit");
        assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("T-CSRF-03: signing out from an old page signs out, and after the session is over too")
    void signingOutFromAnOldPage() throws Exception {
        browser.signIn(username, PASSWORD);
        HttpResponse<String> out =
                browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Referer", "http://localhost:" + port + "/audit")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=old")));
        assertThat(location(out)).endsWith("/login?out");
        assertThat(out.headers().firstValue("Clear-Site-Data")).isPresent();
        assertThat(location(browser.get("/audit"))).endsWith("/login");
        assertThat(location(new Browser().post("/logout", Map.of("_csrf", "old"))))
                .endsWith("/login?out");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    @DisplayName("T-AUTH-07: with a one-time password every address leads to the page that changes it")
    void aOneTimePasswordOpensOnePageOnly() throws Exception {
        browser.signIn(username, PASSWORD);
        jdbc.sql(
                        "update account set one_time = true, one_time_until = now() + interval '1000 days' where username = :name")
                .param("name", username)
                .update();
        for (String path : List.of("/", "/audit", "/me", "/accounts", "/token", "/campaigns/1/figures")) {
            assertThat(browser.get(path).headers().firstValue("Location").orElse(""))
                    .as(path)
                    .endsWith("/password");
        }
        assertThat(browser.get("/password").body()).contains("您用的是一次性密码");
    }

    @Test
    @DisplayName("T-AUTH-06: unknown, wrong and shut are answered alike")
    void whoeverIsNotLetInHearsTheSame() throws Exception {
        String shut = "shut-" + number;
        accounts.open(shut, "停用的人", null, null, List.of(), PASSWORD);
        jdbc.sql("update account set state = 'DISABLED' where username = :name")
                .param("name", shut)
                .update();
        List<String> answers =
                List.of(answer(username, "wrong"), answer("nobody-at-all", "wrong"), answer(shut, PASSWORD));
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(answers.get(0)).contains("用户名或密码不对");
    }

    private String answer(String name, String password) throws Exception {
        Browser someone = new Browser();
        HttpResponse<String> first = someone.signIn(name, password);
        assertThat(first.statusCode()).isEqualTo(302);
        return someone.get("/login?again")
                .body()
                .replaceAll("value=\"[^\"]*\"", "")
                .replaceAll("content=\"[^\"]*\"", "");
    }

    @Test
    @DisplayName("T-URL-05: large type leads back to the page it was chosen on, never elsewhere")
    void largeTypeLeadsBack() throws Exception {
        browser.signIn(username, PASSWORD);
        String token = browser.token("/audit");
        for (String referer : List.of("http://localhost:" + port + "//evil.example/", "https://evil.example/")) {
            HttpResponse<String> answer =
                    browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/large-type"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Referer", referer)
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "on=true&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
            assertThat(answer.headers().firstValue("Location").orElse("")).isIn("/", "http://localhost:" + port + "/");
        }
    }

    @Test
    void signingOutForgetsTheBrowserAndTheSession() throws Exception {
        browser.signIn(username, PASSWORD);
        String session = browser.session();
        HttpResponse<String> out = browser.post("/logout", Map.of("_csrf", browser.token("/audit")));
        assertThat(out.headers().firstValue("Clear-Site-Data").orElse("")).contains("cache", "storage");
        Browser later = new Browser();
        later.cookies.put("__Host-SESSION", session);
        assertThat(later.get("/audit").headers().firstValue("Location").orElse(""))
                .endsWith("/login");
    }

    @Test
    void readingPagesWritesASessionOnceAMinute() throws Exception {
        browser.signIn(username, PASSWORD);
        String lastUse = "select max(last_access_time) from spring_session";
        long first = jdbc.sql(lastUse).query(Long.class).single();
        Thread.sleep(20);
        assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql(lastUse).query(Long.class).single()).isEqualTo(first);
        jdbc.sql("update spring_session set last_access_time = last_access_time - 61000")
                .update();
        assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql(lastUse).query(Long.class).single()).isGreaterThanOrEqualTo(first);
    }

    @Test
    @DisplayName("T-SES-02: after half an hour without use a session is over")
    void anUnusedSessionIsOver() throws Exception {
        browser.signIn(username, PASSWORD);
        jdbc.sql(
                        "update spring_session set last_access_time = last_access_time - 29 * 60000, expiry_time = expiry_time - 29 * 60000")
                .update();
        assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
        jdbc.sql(
                        "update spring_session set last_access_time = last_access_time - 31 * 60000, expiry_time = expiry_time - 31 * 60000")
                .update();
        assertThat(browser.get("/audit").headers().firstValue("Location").orElse(""))
                .endsWith("/login");
    }

    @Test
    @DisplayName("T-HTTP-01: an address that the client makes up is not believed")
    void forgedAddressesAreNotBelieved() throws Exception {
        String token = browser.token("/login");
        browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", "198.51.100.77")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + username + "&password=wrong&_csrf="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8))));
        assertThat(jdbc.sql("select address from failed_sign_in where username = :name")
                        .param("name", username)
                        .query(String.class)
                        .single())
                .isNotEqualTo("198.51.100.77");
    }
}
