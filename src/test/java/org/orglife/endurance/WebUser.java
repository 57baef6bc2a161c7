package org.orglife.endurance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser: keeps cookies, sends the token of the page he is on, follows where he is sent. */
final class WebUser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final String address;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String token = "";

    WebUser(String address) {
        this.address = address;
    }

    /** Where a request led to, and what is there. */
    record Page(String path, String text) {}

    static WebUser signedIn(String address, String username, String password) throws IOException, InterruptedException {
        WebUser user = new WebUser(address);
        user.get("/login");
        Page first = user.post("/login", "username=" + encoded(username) + "&password=" + encoded(password));
        assertThat(first.path())
                .as("where " + username + " is after signing in")
                .isEqualTo("/");
        return user;
    }

    Page get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Page post(String path, String form) throws IOException, InterruptedException {
        String body = form + (form.isEmpty() ? "" : "&") + "_csrf=" + encoded(token);
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    Page upload(String path, String fileName, byte[] contents) throws IOException, InterruptedException {
        String boundary = "----between-two-parts";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part(boundary, "name=\"_csrf\"", token + "\r\n"));
        body.writeBytes(part(boundary, "name=\"file\"; filename=\"" + fileName + "\"", ""));
        body.writeBytes(contents);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String boundary, String disposition, String contents) {
        return ("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + contents)
                .getBytes(UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.request().toString()).isEqualTo(200);
        Matcher found = TOKEN.matcher(response.body());
        if (found.find()) {
            token = found.group(1);
        }
        return new Page(response.uri().getPath(), response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
