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
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks passwords, and lets people choose their own. */
@Service
public class SignInService {

    private final AccountRepository accounts;
    private final SignInThrottle throttle;
    private final Passwords passwords;
    private final PasswordPolicy policy;
    private final AuditTrail audit;
    private final Clock clock;

    SignInService(
            AccountRepository accounts,
            SignInThrottle throttle,
            Passwords passwords,
            PasswordPolicy policy,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.passwords = passwords;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Checks a user name and password. No connection is held while the hash is computed, and none while another one is
     * asked for.
     *
     * @param address where the try comes from
     * @return what the session keeps; empty for wrong, unknown, shut and throttled alike
     */
    public Optional<SessionPrincipal> signIn(String typedUsername, String password, String address) {
        String username = username(typedUsername);
        SignInThrottle.Try attempt = throttle.begin(username, address);
        Optional<Account> account = accounts.findByUsername(username);
        boolean right = passwords.matches(
                password, account.map(Account::getPasswordHash).orElse(null));
        if (!attempt.open() || !right || account.isEmpty() || !account.get().maySignIn(clock.instant())) {
            // The name of an unknown account may be a password that slipped into the wrong field: it is not kept.
            audit.recordRefused(
                    AccountAction.SIGN_IN_FAILED,
                    "Account",
                    account.map(Account::getId).map(String::valueOf).orElse("—"),
                    account.map(Account::getDisplayName).orElse(null));
            return Optional.empty();
        }
        throttle.succeeded(username, address);
        accounts.noteSignIn(account.get().getId(), clock.instant());
        return Optional.of(
                new SessionPrincipal(account.get().getId(), account.get().getSessionEpoch()));
    }

    /** How many more tries this name has from this address. */
    public int triesLeft(String typedUsername, String address) {
        return throttle.triesLeft(username(typedUsername), address);
    }

    /**
     * Whether somebody who stands beside the signed-in user has typed his own password, for what two people confirm
     * together. Wrong ones count like failed sign-ins of his.
     *
     * @param address where the try comes from
     */
    public boolean confirms(long accountId, String password, String address) {
        Optional<Account> account = accounts.findById(accountId);
        String username = account.map(Account::getUsername).orElse("");
        SignInThrottle.Try attempt = throttle.begin(username, address);
        boolean right = passwords.matches(
                password, account.map(Account::getPasswordHash).orElse(null));
        if (!attempt.open() || !right || account.isEmpty() || !account.get().maySignIn(clock.instant())) {
            audit.recordRefused(
                    AccountAction.SIGN_IN_FAILED,
                    "Account",
                    accountId,
                    account.map(Account::getDisplayName).orElse(null));
            return false;
        }
        throttle.succeeded(username, address);
        return true;
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
        if (!passwords.matches(present, account.getPasswordHash())) {
            throw new RuleViolationException("account.password.wrong");
        }
        if (present.equals(chosen)) {
            throw new RuleViolationException("account.password.same");
        }
        policy.objection(chosen, List.of(account.getUsername(), account.getDisplayName()))
                .ifPresent(code -> {
                    throw new RuleViolationException(code);
                });
        account.choosePassword(passwords.ofChoice(chosen));
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
