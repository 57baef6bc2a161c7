package org.orglife.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What somebody gets who is not signed in, or not allowed. A form sent after its session has ended is never thrown
 * away: the page that answers shows what was typed and sends it again after a new sign-in.
 */
@Component
class RefusalAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SIGN_IN = "/login";

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
        request.setAttribute("expired", refused instanceof CsrfException);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        request.getRequestDispatcher(RefusalController.ADDRESS).forward(request, response);
    }

    private static boolean isPartial(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }
}
