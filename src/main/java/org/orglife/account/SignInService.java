package org.orglife.account;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.shared.Actor;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.TypedText;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks passwords, and lets people choose their own. */
@Service
public class SignInService {

    private final AccountRepository accounts;
    private final SignInThrottle throttle;
    private final PasswordEncoder encoder;
    private final PasswordPolicy policy;
    private final AuditTrail audit;
    private final Clock clock;

    /** Compared with when there is no such account, so that the answer takes as long as for a real one. */
    private final String dummyHash;

    SignInService(
            AccountRepository accounts,
            SignInThrottle throttle,
            PasswordEncoder encoder,
            PasswordPolicy policy,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.encoder = encoder;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
        this.dummyHash = String.valueOf(encoder.encode("nobody has this password"));
    }

    /**
     * Checks a user name and password.
     *
     * @param address where the try comes from
     * @return what the session keeps; empty for wrong, unknown, shut and throttled alike
     */
    @Transactional
    public Optional<SessionPrincipal> signIn(String typedUsername, String password, String address) {
        String username = username(typedUsername);
        boolean open = throttle.triesLeft(username, address) > 0;
        Optional<Account> account = accounts.findByUsername(username);
        boolean right = matches(password, account.map(Account::getPasswordHash).orElse(null));
        if (!open || !right || account.isEmpty() || !account.get().maySignIn(clock.instant())) {
            throttle.failed(username, address);
            return Optional.empty();
        }
        throttle.succeeded(username, address);
        account.get().signedIn(clock.instant());
        return Optional.of(
                new SessionPrincipal(account.get().getId(), account.get().getSessionEpoch()));
    }

    /** How many more tries this name has from this address. */
    public int triesLeft(String typedUsername, String address) {
        return throttle.triesLeft(username(typedUsername), address);
    }

    private boolean matches(String password, @Nullable String hash) {
        // Longer ones are refused when chosen, and would only be work for the hash.
        String bounded = password.length() > 128 ? "" : password;
        return encoder.matches(bounded, hash == null ? dummyHash : hash) && hash != null;
    }

    /**
     * Sets a password of one's own choice and ends all other sessions.
     *
     * @return what the present session keeps from now on
     * @throws RuleViolationException with the objection to the new password, or {@code account.password.wrong} if the
     *     present one is not right
     */
    @Transactional
    public SessionPrincipal choosePassword(Actor actor, String present, String chosen) {
        Account account = accounts.findById(actor.accountId()).orElseThrow();
        if (!matches(present, account.getPasswordHash())) {
            throw new RuleViolationException("account.password.wrong");
        }
        if (present.equals(chosen)) {
            throw new RuleViolationException("account.password.same");
        }
        policy.objection(chosen, List.of(account.getUsername(), account.getDisplayName()))
                .ifPresent(code -> {
                    throw new RuleViolationException(code);
                });
        account.choosePassword(String.valueOf(encoder.encode(chosen)));
        audit.record(AccountAction.PASSWORD_CHANGED, "Account", account.getId(), account.getDisplayName());
        return new SessionPrincipal(account.getId(), account.getSessionEpoch());
    }

    /** Remembers whether somebody wants large type. */
    @Transactional
    public void useLargeType(Actor actor, boolean large) {
        accounts.findById(actor.accountId()).ifPresent(account -> account.useLargeType(large));
    }

    /** Notes a sign-in or sign-out in the trail, once the actor is known. */
    @Transactional
    public void note(AccountAction action, Actor actor) {
        audit.record(action, "Account", actor.accountId(), actor.displayName());
    }

    private static String username(@Nullable String typed) {
        String code = TypedText.cleanCode(typed);
        String lower = code == null ? "" : code.toLowerCase(Locale.ROOT);
        return lower.length() > 40 ? lower.substring(0, 40) : lower;
    }
}
