package org.orglife.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A page of a meeting that is open in a browser, doing what its script does: asks every 900 ms whether the meeting has
 * changed, fetches the middle of the page if so, and sends what is pressed.
 */
class OpenPage {

    private static final int EVERY = 900;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern META = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("data-key=\"(\\w+)\"");
    private static final Pattern VERSION = Pattern.compile("data-version=\"(\\d+)\"");

    private final HttpClient client;
    private final String base;
    private final String address;
    private final String desk;
    private final String session;
    private final Measured measured;
    private final Consumer<OpenPage> drawn;
    private final Line line;
    private final String key;
    private final String token;
    private volatile String middle;
    private volatile long version;
    private volatile boolean sending;
    private volatile boolean closed;

    private OpenPage(
            HttpClient client,
            int port,
            String address,
            String desk,
            String session,
            Measured measured,
            Consumer<OpenPage> drawn)
            throws IOException, InterruptedException {
        this.client = client;
        this.base = "http://localhost:" + port;
        this.address = address;
        this.desk = desk;
        this.session = session;
        this.measured = measured;
        this.drawn = drawn;
        this.line = new Line(port);
        this.middle = text(client.send(request(address).GET().build(), HttpResponse.BodyHandlers.ofByteArray()));
        this.key = found(KEY, middle);
        this.version = Long.parseLong(found(VERSION, middle));
        Matcher csrf = META.matcher(middle);
        this.token = csrf.find() ? csrf.group(1) : "";
    }

    /**
     * Opens the page.
     *
     * @param drawn told whenever the middle of the page is new
     */
    static OpenPage open(
            HttpClient client,
            int port,
            String address,
            String desk,
            String session,
            Measured measured,
            Consumer<OpenPage> drawn)
            throws IOException, InterruptedException {
        return new OpenPage(client, port, address, desk, session, measured, drawn);
    }

    /** Signs in, and returns the cookie that a browser would keep. */
    static String signIn(HttpClient client, int port, String username, String password)
            throws IOException, InterruptedException {
        URI door = URI.create("http://localhost:" + port + "/login");
        HttpResponse<String> asked =
                client.send(HttpRequest.newBuilder(door).GET().build(), HttpResponse.BodyHandlers.ofString());
        String form = form(Map.of("username", username, "password", password, "_csrf", found(CSRF, asked.body())));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(door)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie(asked))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("/login")) {
            throw new IllegalStateException(username + " was not let in: " + answer.statusCode());
        }
        return cookie(answer);
    }

    private static String cookie(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("SESSION="))
                .map(one -> one.substring(0, one.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static String found(Pattern what, String in) {
        Matcher found = what.matcher(in);
        if (!found.find()) {
            throw new IllegalStateException("The page has no " + what);
        }
        return found.group(1);
    }

    private static String form(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }

    private HttpRequest.Builder request(String to) {
        return HttpRequest.newBuilder(URI.create(base + to))
                .header("Cookie", session)
                .header("Accept-Encoding", "gzip")
                .timeout(Duration.ofSeconds(10));
    }

    private static String text(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
        }
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = in.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Asks after so many milliseconds, and from then on again and again. */
    void live(ScheduledExecutorService clock, int after) {
        var unused = clock.schedule(measured.noting(() -> ask(clock)), after, TimeUnit.MILLISECONDS);
    }

    private void ask(ScheduledExecutorService clock) {
        CompletableFuture<?> done = CompletableFuture.completedFuture(null);
        try {
            if (closed) {
                line.close();
                return;
            }
            if (!sending) {
                measured.asked();
                if (Long.parseLong(line.ask("/live/" + key)) > version && !sending) {
                    done = fetch();
                }
            }
        } catch (IOException failed) {
            measured.failed(failed);
        }
        var unused = done.whenComplete((nothing, failed) -> live(clock, EVERY));
    }

    /** Fetches the middle of the page. */
    CompletableFuture<?> fetch() {
        long start = System.nanoTime();
        return client.sendAsync(
                        request(address).header("X-Console", desk).GET().build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .thenAccept(answer -> {
                    long before = version;
                    draw(text(answer));
                    measured.fetched(start, version <= before);
                })
                .exceptionally(measured::failed);
    }

    /** Presses a button; the answer is the new middle of the page. */
    CompletableFuture<?> send(String to, Map<String, String> fields) {
        sending = true;
        long start = System.nanoTime();
        String form = form(fields) + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        return client.sendAsync(
                        request(to)
                                .header("X-Console", desk)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .thenAccept(answer -> {
                    draw(text(answer));
                    measured.sent(start);
                })
                .exceptionally(measured::failed)
                .whenComplete((nothing, failed) -> sending = false);
    }

    private void draw(String html) {
        long fresh = Long.parseLong(found(VERSION, html));
        middle = html;
        version = fresh;
        drawn.accept(this);
    }

    String middle() {
        return middle;
    }

    long version() {
        return version;
    }

    void close() {
        closed = true;
    }
}
