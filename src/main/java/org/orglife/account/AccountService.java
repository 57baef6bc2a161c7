package org.orglife.account;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shuts and reopens accounts and hands out one-time passwords. Nobody does so for himself, and an officer's account is
 * touched by no other officer alone: his role has to be taken away by the security officer first, and his password is
 * replaced only by whoever may start the application.
 */
@Service
public class AccountService {

    private final AccountRepository accounts;
    private final RoleAssignmentRepository assignments;
    private final AccountQuery query;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            RoleAssignmentRepository assignments,
            AccountQuery query,
            Passwords passwords,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.assignments = assignments;
        this.query = query;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Shuts an account; its sessions end at their next request.
     *
     * @throws NotFoundException if there is none, or it is not the caller's to work on
     * @throws RuleViolationException {@code account.own} for one's own, {@code account.officer-in-office} for an officer
     *     who still holds his role, {@code account.wrong-state} if it is not open
     */
    @Transactional
    public void disable(long id, Actor actor, BranchScope scope) {
        Account account = ofAny(id, actor, scope);
        boolean inOffice = account.isOfficer()
                && assignments.ofAccount(id).stream().anyMatch(held -> held.isOpenOn(LocalDate.now(clock)));
        if (inOffice) {
            throw new RuleViolationException("account.officer-in-office", account.getDisplayName());
        }
        account.disable();
        audit.record(AccountAction.ACCOUNT_DISABLED, "Account", id, account.getDisplayName());
    }

    /**
     * Opens a shut account again; the old password is good no more, a one-time password lets in.
     *
     * @throws NotFoundException if there is none, or it is not the caller's to work on
     * @throws RuleViolationException {@code account.wrong-state} if it is not shut or was never approved
     */
    @Transactional
    public void enable(long id, Actor actor, BranchScope scope) {
        Account account = ofAny(id, actor, scope);
        account.enable();
        audit.record(AccountAction.ACCOUNT_ENABLED, "Account", id, account.getDisplayName());
    }

    /**
     * Replaces the password of somebody who has forgotten it by a one-time one. The system officer asks for any
     * account but an officer's, a secretary for those of the plain members of the own branch.
     *
     * @return the slip, the only place where the password stands
     * @throws NotFoundException if there is none, or it is not the caller's to work on
     * @throws RuleViolationException {@code account.officer-password} for an officer, {@code account.own} for oneself,
     *     {@code account.wrong-state} if the account is not open
     */
    @Transactional
    public SignInSlip issueOneTimePassword(long id, Actor actor, BranchScope scope) {
        Account account = scope.role() == Role.SYS_ADMIN ? ofAny(id, actor, scope) : ofPlainMember(id, actor, scope);
        if (account.isOfficer()) {
            throw new RuleViolationException("account.officer-password", account.getDisplayName());
        }
        return handOut(account, null);
    }

    /** For an open account, within a transaction that has checked who may ask for it. */
    SignInSlip handOut(Account account, @Nullable String branch) {
        if (account.getState() != AccountState.ACTIVE) {
            throw new RuleViolationException("account.wrong-state", account.getUsername());
        }
        String password = OneTimePassword.next();
        Instant until = clock.instant().plus(OneTimePassword.VALID);
        account.giveOneTimePassword(passwords.oneTime(password), until);
        audit.record(AccountAction.ONE_TIME_PASSWORD_ISSUED, "Account", account.getId(), account.getDisplayName());
        return new SignInSlip(account.getUsername(), account.getDisplayName(), branch, password, until);
    }

    private Account ofAny(long id, Actor actor, BranchScope scope) {
        return get(id, scope.role() == Role.SYS_ADMIN && query.isWithin(id, scope), actor);
    }

    private Account ofPlainMember(long id, Actor actor, BranchScope scope) {
        boolean heads = scope.role() == Role.SECRETARY || scope.role() == Role.DEPUTY;
        return get(id, heads && query.isPlainMember(id, scope), actor);
    }

    private Account get(long id, boolean allowed, Actor actor) {
        if (!allowed) {
            throw new NotFoundException(Account.class, id);
        }
        if (id == actor.accountId()) {
            throw new RuleViolationException("account.own");
        }
        return accounts.findById(id).orElseThrow(() -> new NotFoundException(Account.class, id));
    }
}
