package org.orglife.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.orglife.account.AccountAction;
import org.orglife.account.SessionPrincipal;
import org.orglife.account.SignInService;
import org.orglife.account.SignedInUsers;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where a sign-in leads: on to the page that was asked for, or back to the form with the tries that are left. */
@Component
class SignInAnswers extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    /** Session attributes: what the form shows again. */
    static final String LAST_USERNAME = "lastUsername";

    static final String TRIES_LEFT = "triesLeft";

    private static final String FIRST_PAGE = SignInAnswers.class.getName() + ".first";

    private final SignInService signIn;
    private final SignedInUsers users;

    SignInAnswers(SignInService signIn, SignedInUsers users) {
        this.signIn = signIn;
        this.users = users;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        request.getSession().removeAttribute(LAST_USERNAME);
        request.getSession().removeAttribute(TRIES_LEFT);
        if (authentication.getPrincipal() instanceof SessionPrincipal principal) {
            users.of(principal, null).ifPresent(user -> {
                CurrentUserFilter.become(user);
                signIn.note(AccountAction.SIGNED_IN, user);
                request.setAttribute(FIRST_PAGE, Navigation.first(user.role()));
            });
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    /** Without a page that was asked for: the first one of the role. */
    @Override
    protected String determineTargetUrl(HttpServletRequest request, HttpServletResponse response) {
        return request.getAttribute(FIRST_PAGE) instanceof String first ? first : getDefaultTargetUrl();
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        String username = keepUsername(request);
        request.getSession().setAttribute(TRIES_LEFT, signIn.triesLeft(username, request.getRemoteAddr()));
        response.sendRedirect(request.getContextPath() + "/login?again");
    }

    /** Remembers the typed user name, cut to the length such a name may have, for the form that is shown next. */
    static String keepUsername(HttpServletRequest request) {
        String typed = request.getParameter("username");
        String username = typed == null ? "" : typed.substring(0, Math.min(typed.length(), 40));
        request.getSession().setAttribute(LAST_USERNAME, username);
        return username;
    }
}
