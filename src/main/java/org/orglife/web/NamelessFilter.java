package org.orglife.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes away from a request to a {@link NamelessDoor} whatever could tell who sends it, before anything else sees it: with
 * the cookie, the session of a signed-in user would be touched at the second in which he votes or gives his opinion.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class NamelessFilter extends OncePerRequestFilter {

    private static final List<String> HIDDEN = List.of("cookie", "user-agent", "authorization", "referer");
    private static final String SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final List<NamelessDoor> doors;

    NamelessFilter(List<NamelessDoor> doors) {
        this.doors = List.copyOf(doors);
    }

    private Optional<NamelessDoor> door(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return doors.stream().filter(door -> door.leadsTo(path)).findFirst();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return door(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", SECURITY_POLICY);
        if (isFromElsewhere(request)) {
            response.sendRedirect(
                    request.getContextPath() + door(request).orElseThrow().address());
            return;
        }
        chain.doFilter(new Nobody(request), response);
    }

    /** A form on another site must not send anything. */
    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return request.getMethod().equals("POST")
                && site != null
                && !site.equals("same-origin")
                && !site.equals("none");
    }

    /** The request of nobody in particular. */
    private static final class Nobody extends HttpServletRequestWrapper {

        Nobody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            return null;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(name -> !isHidden(name))
                    .toList());
        }

        private static boolean isHidden(String name) {
            return HIDDEN.stream().anyMatch(name::equalsIgnoreCase);
        }
    }
}
