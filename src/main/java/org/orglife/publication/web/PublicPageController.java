package org.orglife.publication.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.publication.PublicPages;
import org.orglife.shared.PrintedCode;
import org.orglife.web.NamelessThrottle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A published page as everybody may read it. Nobody but the reader's own browser keeps it, and that asks each time whether it
 * is still shown. An address where nothing is shown any more says the same as one where there never was anything.
 */
@Controller
@RequestMapping(PublicSecurity.ADDRESS)
class PublicPageController {

    private static final String GONE = "publication/p-gone";

    private final PublicPages pages;
    private final NamelessThrottle throttle;

    PublicPageController(PublicPages pages, NamelessThrottle throttle) {
        this.pages = pages;
        this.throttle = throttle;
    }

    @GetMapping("/{address}")
    @Nullable
    String page(@PathVariable String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        String code = PrintedCode.read(address);
        Optional<PublicPages.Place> place = code == null ? Optional.empty() : pages.find(code);
        if (place.isEmpty()) {
            boolean guessing = throttle.isGuessing(request.getRemoteAddr());
            response.setStatus(guessing ? HttpStatus.TOO_MANY_REQUESTS.value() : HttpStatus.NOT_FOUND.value());
            return GONE;
        }
        PublicPages.Shown page = place.get().page();
        if (page == null) {
            response.setStatus(HttpStatus.GONE.value());
            return GONE;
        }
        send(page, request, response);
        return null;
    }

    private static void send(PublicPages.Shown page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        // weak, as a server that packs an answer leaves strong ones unpacked
        String tag = "W/\"" + page.tag() + "\"";
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.ETAG, tag);
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(page.tag())) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.body().length);
        response.getOutputStream().write(page.body());
    }
}
