package org.orglife.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.orglife.account.SignedInUser;
import org.orglife.web.CameFrom;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What somebody gets who is not signed in, or not allowed. A form sent after its session has ended is never thrown
 * away: the page that answers shows what was typed and sends it again after a new sign-in. Signing in or out from an
 * old page simply leads to where one wanted.
 */
@Component
class RefusalAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SIGN_IN = "/login";
    private static final String SIGN_OUT = "/logout";

    private final SignOutAnswers signOut;

    RefusalAnswers(SignOutAnswers signOut) {
        this.signOut = signOut;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException, ServletException {
        if (isPartial(request)) {
            // A sign-in page swapped into the middle of another page helps nobody.
            response.setHeader("HX-Redirect", request.getContextPath() + SIGN_IN);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(request.getContextPath() + SIGN_IN);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        if (refused instanceof CsrfException && answerAtTheDoor(request, response)) {
            return;
        }
        request.setAttribute("expired", refused instanceof CsrfException);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        request.getRequestDispatcher(RefusalController.ADDRESS).forward(request, response);
    }

    /**
     * A sign-in or sign-out from a page that is older than the session: there is nothing to send again, only to go where
     * the button leads. A sign-out with a wrong token has to come from a page of ours, or any site could end sessions.
     *
     * @return false if the request is for something else
     */
    private boolean answerAtTheDoor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        SignedInUser user =
                authentication != null && authentication.getPrincipal() instanceof SignedInUser known ? known : null;
        if (path.equals(SIGN_IN)) {
            if (user != null) {
                response.sendRedirect(request.getContextPath() + Navigation.first(user.role()));
            } else {
                SignInAnswers.keepUsername(request);
                response.sendRedirect(request.getContextPath() + SIGN_IN + "?stale");
            }
            return true;
        }
        if (path.equals(SIGN_OUT) && (user == null || CameFrom.isOurs(request))) {
            signOut.logout(request, response, authentication);
            new SecurityContextLogoutHandler().logout(request, response, authentication);
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?out");
            return true;
        }
        return false;
    }

    private static boolean isPartial(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }
}
