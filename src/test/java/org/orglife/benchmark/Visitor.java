package org.orglife.benchmark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser, signed in, on the other side of a real connection. */
class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final HttpClient client;

    private Visitor(String base) {
        this.base = base;
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    static Visitor signedIn(int port, String username, String password) throws IOException, InterruptedException {
        Visitor visitor = new Visitor("http://localhost:" + port);
        Matcher csrf = CSRF.matcher(visitor.text("/login"));
        if (!csrf.find()) {
            throw new IllegalStateException("The sign-in page has no CSRF token");
        }
        String form =
                "username=" + encoded(username) + "&password=" + encoded(password) + "&_csrf=" + encoded(csrf.group(1));
        HttpRequest request = HttpRequest.newBuilder(URI.create(visitor.base + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = visitor.client.send(request, HttpResponse.BodyHandlers.ofString());
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("/login")) {
            throw new IllegalStateException(username + " was not let in: " + answer.statusCode() + " " + to);
        }
        return visitor;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The page as text. */
    String text(String address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + address)).GET().build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** The token that a form has to carry, from a page that has one. */
    String token(String address) throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(text(address));
        if (!csrf.find()) {
            throw new IllegalStateException(address + " has no form");
        }
        return csrf.group(1);
    }

    /** Sends a form and reads where it leads, without going there. */
    void post(String address, String token, Map<String, String> fields) throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder("_csrf=").append(encoded(token));
        fields.forEach((name, value) ->
                form.append('&').append(encoded(name)).append('=').append(encoded(value)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        if (status != 302) {
            throw new IllegalStateException(address + " answered " + status);
        }
    }

    /**
     * Fetches a page as a browser does, compressed.
     *
     * @return bytes received
     */
    int load(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + address))
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip")
                .GET()
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(address + " answered " + answer.statusCode());
        }
        return answer.body().length;
    }
}
