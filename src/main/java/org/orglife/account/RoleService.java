package org.orglife.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The security officer grants roles and takes them away; never his own. */
@Service
public class RoleService {

    private static final String TYPE = "RoleAssignment";

    private final AccountRepository accounts;
    private final RoleAssignmentRepository assignments;
    private final AccountQuery query;
    private final OrgUnitService units;
    private final AuditTrail audit;
    private final Clock clock;

    RoleService(
            AccountRepository accounts,
            RoleAssignmentRepository assignments,
            AccountQuery query,
            OrgUnitService units,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.assignments = assignments;
        this.query = query;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Grants a role.
     *
     * @param unitId over which it is held; null for the officers
     * @param until last day; null for no end
     * @throws NotFoundException if account or unit lie outside the scope
     * @throws RuleViolationException {@code account.role.own} for one's own account, {@code account.role.held} if he
     *     holds it already, {@code account.role.one-officer} if he holds another officer's role,
     *     {@code account.role.shut} if the account is shut or not approved, {@code account.role.past} if it ended before
     *     today, and those of {@link RoleAssignment}
     */
    @Transactional
    public RoleAssignment grant(
            long accountId,
            Role role,
            @Nullable Long unitId,
            LocalDate from,
            @Nullable LocalDate until,
            Actor actor,
            BranchScope scope) {
        Account account = account(accountId, scope);
        if (accountId == actor.accountId()) {
            throw new RuleViolationException("account.role.own");
        }
        if (account.getState() != AccountState.ACTIVE) {
            throw new RuleViolationException("account.role.shut", account.getDisplayName());
        }
        LocalDate today = LocalDate.now(clock);
        if (until != null && until.isBefore(today)) {
            throw new RuleViolationException("account.role.past");
        }
        OrgUnit unit = unitId == null ? null : units.get(unitId, scope);
        RoleAssignment assignment = new RoleAssignment(account, role, unit, from, until, actor.accountId());
        for (RoleAssignment held : assignments.ofAccount(accountId)) {
            if (held.isOpenOn(today) && role.isOfficer()) {
                throw new RuleViolationException("account.role.one-officer", account.getDisplayName());
            }
            if (held.isOpenOn(today) && held.isSameAs(assignment)) {
                throw new RuleViolationException("account.role.held", account.getDisplayName());
            }
        }
        assignments.save(assignment);
        audit.record(
                AccountAction.ROLE_GRANTED,
                TYPE,
                assignment.getId(),
                account.getDisplayName(),
                List.of(role.labelKey()));
        return assignment;
    }

    /**
     * Takes a role away; from the next request on it is gone.
     *
     * @throws NotFoundException if there is none, or it lies outside the scope
     * @throws RuleViolationException {@code account.role.own} for one's own, {@code account.role.last-officer} if nobody
     *     else could then do an officer's work, {@code account.role.ended} if it has ended already
     */
    @Transactional
    public void revoke(long id, Actor actor, BranchScope scope) {
        RoleAssignment assignment = assignments
                .findById(id)
                .filter(found -> scope.role() == Role.SEC_ADMIN)
                .filter(found -> found.getUnit() == null || found.getUnit().isWithin(scope))
                .orElseThrow(() -> new NotFoundException(RoleAssignment.class, id));
        Account account = assignment.getAccount();
        if (account.getId() == actor.accountId()) {
            throw new RuleViolationException("account.role.own");
        }
        LocalDate today = LocalDate.now(clock);
        if (!assignment.isOpenOn(today)) {
            throw new RuleViolationException("account.role.ended");
        }
        if (assignment.getRole().isOfficer()
                && assignment.isHeldOn(today)
                && assignments.countOthers(assignment.getRole(), account.getId(), today) == 0) {
            throw new RuleViolationException("account.role.last-officer", account.getDisplayName());
        }
        assignment.revoke(today);
        audit.record(
                AccountAction.ROLE_REVOKED,
                TYPE,
                id,
                account.getDisplayName(),
                List.of(assignment.getRole().labelKey()));
    }

    /**
     * The account a role is about to be granted to.
     *
     * @throws NotFoundException if there is none, or it lies outside the scope
     */
    @Transactional(readOnly = true)
    public Account account(long id, BranchScope scope) {
        if (scope.role() != Role.SEC_ADMIN || !query.isWithin(id, scope)) {
            throw new NotFoundException(Account.class, id);
        }
        return accounts.findById(id).orElseThrow(() -> new NotFoundException(Account.class, id));
    }
}
