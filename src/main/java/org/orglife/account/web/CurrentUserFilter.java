package org.orglife.account.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.account.SessionPrincipal;
import org.orglife.account.SignedInUser;
import org.orglife.account.SignedInUsers;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Replaces what the session keeps (an account number) by who that is today. A shut account, a new password or twelve
 * hours end the session; whoever still uses a one-time password gets no farther than the page that changes it.
 */
class CurrentUserFilter extends OncePerRequestFilter {

    /** Session attribute: which of several roles the user has chosen. */
    static final String ACTING_AS = "actingAs";

    private static final Duration LONGEST_SESSION = Duration.ofHours(12);
    private static final String PASSWORD_PAGE = "/password";
    private static final List<String> OPEN_WITH_ONE_TIME_PASSWORD = List.of(PASSWORD_PAGE, "/logout", "/error");

    private final SignedInUsers users;
    private final Clock clock;

    CurrentUserFilter(SignedInUsers users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isStatic(request);
    }

    static boolean isStatic(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication kept = SecurityContextHolder.getContext().getAuthentication();
        if (kept == null || !(kept.getPrincipal() instanceof SessionPrincipal principal)) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession session = request.getSession(false);
        Optional<SignedInUser> user = isTooOld(session) ? Optional.empty() : users.of(principal, actingAs(session));
        if (user.isEmpty()) {
            if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
            return;
        }
        if (user.get().mustChangePassword() && !OPEN_WITH_ONE_TIME_PASSWORD.contains(request.getRequestURI())) {
            sendToPasswordPage(request, response);
            return;
        }
        become(user.get());
        chain.doFilter(request, response);
    }

    private static void sendToPasswordPage(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!"true".equals(request.getHeader("HX-Request"))) {
            response.sendRedirect(PASSWORD_PAGE);
            return;
        }
        // Swapped into the middle of another page it would help nobody; and that page may be the one already open.
        response.setStatus(HttpStatus.NO_CONTENT.value());
        String open = request.getHeader("HX-Current-URL");
        if (open == null || !open.endsWith(PASSWORD_PAGE)) {
            response.setHeader("HX-Redirect", PASSWORD_PAGE);
        }
    }

    /** For this request only: the session keeps its own context. */
    static void become(SignedInUser user) {
        List<GrantedAuthority> authorities = user.acting() == null
                ? List.of()
                : List.of(new SimpleGrantedAuthority("ROLE_" + user.role().name()));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, authorities));
        SecurityContextHolder.setContext(context);
    }

    private boolean isTooOld(@Nullable HttpSession session) {
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime())
                        .plus(LONGEST_SESSION)
                        .isBefore(clock.instant());
    }

    private static @Nullable String actingAs(@Nullable HttpSession session) {
        return session == null ? null : (String) session.getAttribute(ACTING_AS);
    }
}
