package org.orglife.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The page a request came from, as an address that can only lead to a page of ours. Redirects and links that send
 * somebody back are made with it and with nothing else.
 */
public final class CameFrom {

    private static final String FIRST_PAGE = "/";

    private CameFrom() {}

    /** Path and query of the page before; {@code /} if it is not known or not ours. Never null, always begins with one slash. */
    public static String page(HttpServletRequest request) {
        URI referer = parsed(request.getHeader("Referer"));
        if (referer == null || !isOurs(referer, request)) {
            return FIRST_PAGE;
        }
        String path = referer.getRawPath();
        // "//evil.example" and "/\evil.example" are other sites to a browser.
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
            return FIRST_PAGE;
        }
        return referer.getRawQuery() == null ? path : path + "?" + referer.getRawQuery();
    }

    /** Whether the browser names a page of ours as the one before. False without the header. */
    public static boolean isOurs(HttpServletRequest request) {
        URI referer = parsed(request.getHeader("Referer"));
        return referer != null && isOurs(referer, request);
    }

    private static boolean isOurs(URI referer, HttpServletRequest request) {
        URI own = parsed(request.getRequestURL().toString());
        return own != null
                && referer.getRawUserInfo() == null
                && String.valueOf(own.getScheme()).equalsIgnoreCase(referer.getScheme())
                && String.valueOf(own.getHost()).equalsIgnoreCase(referer.getHost())
                && own.getPort() == referer.getPort();
    }

    private static @Nullable URI parsed(@Nullable String address) {
        if (address == null) {
            return null;
        }
        try {
            return new URI(address);
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }
}
