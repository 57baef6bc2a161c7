package org.orglife;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.People.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orglife.account.SignedInUser;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Asks the application for pages as somebody who is signed in: what a browser would send, in one line each. */
public class Pages {

    private static final Pattern TAG = Pattern.compile("<script.*?</script>|<[^>]*>", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final MockMvcTester tester;

    Pages(MockMvcTester tester) {
        this.tester = tester;
    }

    public MvcTestResult get(SignedInUser user, String address, Object... variables) {
        return tester.get()
                .uri(address, variables)
                .with(by(user))
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    /** An address as it stands in a page: encoded already. */
    public MvcTestResult follow(SignedInUser user, String link) {
        return tester.get()
                .uri(URI.create(link))
                .with(by(user))
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    public MvcTestResult json(SignedInUser user, String address, Object... variables) {
        return tester.get()
                .uri(address, variables)
                .with(by(user))
                .accept(MediaType.APPLICATION_JSON)
                .exchange();
    }

    /** Sends a form: names and values in turn. */
    public MvcTestResult post(SignedInUser user, String address, String... fields) {
        var request = tester.post().uri(URI.create(address)).with(by(user)).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    /** The middle of a console, as its script fetches it. */
    public MvcTestResult middle(SignedInUser user, String address, String desk) {
        return tester.get()
                .uri(URI.create(address))
                .header("X-Console", desk)
                .with(by(user))
                .exchange();
    }

    /** Sends a form of a console as its script does: the answer is the new middle of the page. */
    public MvcTestResult act(SignedInUser user, String address, String desk, String... fields) {
        var request = tester.post()
                .uri(URI.create(address))
                .header("X-Console", desk)
                .with(by(user))
                .with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request = request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    /** Sends a file, as the import page does. */
    public MvcTestResult upload(SignedInUser user, String address, String fileName, byte[] contents) {
        return tester.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile("file", fileName, null, contents))
                .with(by(user))
                .with(csrf())
                .exchange();
    }

    public static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a reader sees of a page, its entities resolved, its space made even. */
    public static String words(MvcTestResult result) {
        String text = TAG.matcher(body(result)).replaceAll(" ");
        text = text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        return SPACE.matcher(text).replaceAll(" ");
    }

    /** Where it leads, for an answer that must be a redirect. */
    public static String redirect(MvcTestResult result) {
        assertThat(result.getResponse().getStatus()).as(words(result)).isEqualTo(302);
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }

    /** The number at the end of the address it leads to. */
    public static long redirectedId(MvcTestResult result) {
        Matcher number = Pattern.compile("/(\\d+)(/[a-z]+)?$").matcher(redirect(result));
        assertThat(number.find()).as(redirect(result)).isTrue();
        return Long.parseLong(number.group(1));
    }

    /** The value of a hidden field. */
    public static String hidden(MvcTestResult result, String name) {
        Matcher field = Pattern.compile("<input type=\"hidden\"[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
                .matcher(body(result));
        assertThat(field.find()).as("hidden field " + name).isTrue();
        return field.group(1);
    }
}
