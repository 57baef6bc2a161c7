package org.orglife.account.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.account.SessionPrincipal;
import org.orglife.account.SignInService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Asks {@link SignInService}; one and the same refusal for everything that does not let in. */
@Component
class AccountAuthenticationProvider implements AuthenticationProvider {

    private final SignInService signIn;

    AccountAuthenticationProvider(SignInService signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        String password = String.valueOf(attempt.getCredentials());
        SessionPrincipal principal = signIn.signIn(attempt.getName(), password, address)
                .orElseThrow(() -> new BadCredentialsException("Not let in"));
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
    }

    @Override
    public boolean supports(@Nullable Class<?> authentication) {
        return authentication != null && UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
