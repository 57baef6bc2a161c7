package org.orglife.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.orglife.account.AccountAction;
import org.orglife.account.SignInService;
import org.orglife.account.SignedInUser;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Leaves nothing behind on a shared computer: the browser is told to forget what it kept of this site. */
@Component
class SignOutAnswers implements LogoutHandler {

    private final SignInService signIn;

    SignOutAnswers(SignInService signIn) {
        this.signIn = signIn;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            signIn.note(AccountAction.SIGNED_OUT, user);
        }
        response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }
}
