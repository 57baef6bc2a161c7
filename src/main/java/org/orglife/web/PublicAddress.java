package org.orglife.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Under which address people reach the application: for links and QR codes that leave it.
 *
 * @param publicUrl such as {@code https://zb.example.com}; null where nobody has set it, then the address of the request
 *     is taken. With https, cookies are sent over it alone
 */
@ConfigurationProperties("orglife")
public record PublicAddress(@Nullable URI publicUrl) {

    public PublicAddress {
        if (publicUrl != null && (publicUrl.getHost() == null || publicUrl.getScheme() == null)) {
            throw new IllegalArgumentException(
                    "orglife.public-url has to be a whole address such as https://zb.example.com");
        }
    }

    public boolean isHttps() {
        return publicUrl != null && "https".equalsIgnoreCase(publicUrl.getScheme());
    }

    /** A page of ours as others write it down; only within a request. */
    public String of(String path) {
        if (publicUrl == null) {
            return ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path(path)
                    .build()
                    .toUriString();
        }
        String base = publicUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** As people type it into a browser: without the scheme. */
    public String shown() {
        return of("").replaceFirst("^https?://", "");
    }

    /** Whether the address leads to this machine only: no phone finds a computer by the name that it has for itself. */
    public boolean isThisMachine() {
        String shown = shown();
        return shown.startsWith("localhost") || shown.startsWith("127.") || shown.startsWith("[::1]");
    }
}
