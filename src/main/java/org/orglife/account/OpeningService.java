package org.orglife.account;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.Pinyin;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 开通账号: the system officer asks for accounts, many at once or a single one, the security officer approves or rejects
 * the list as a whole, and the system officer prints the sign-in slips. It takes two persons to let somebody in.
 */
@Service
public class OpeningService {

    /** Members whose accounts are opened at once; more are opened unit by unit. */
    public static final int MOST_AT_ONCE = 2_000;

    /** What a user name may look like. */
    public static final String USERNAME = "[a-z][a-z0-9._-]{1,39}";

    private static final Pattern USERNAME_PATTERN = Pattern.compile(USERNAME);
    private static final int LONGEST_STEM = 32;
    private static final String NAMELESS = "dangyuan";
    private static final String TYPE = "AccountOpening";

    private final AccountRepository accounts;
    private final AccountOpeningRepository openings;
    private final AccountQuery query;
    private final OpeningQuery openingQuery;
    private final AccountService service;
    private final OrgUnitService units;
    private final AuditTrail audit;
    private final Clock clock;

    OpeningService(
            AccountRepository accounts,
            AccountOpeningRepository openings,
            AccountQuery query,
            OpeningQuery openingQuery,
            AccountService service,
            OrgUnitService units,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.openings = openings;
        this.query = query;
        this.openingQuery = openingQuery;
        this.service = service;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for accounts for all members of a unit, and of those below it, who have none.
     *
     * @param seatedOnly only for those who hold a seat
     * @throws NotFoundException if the unit lies outside the scope
     * @throws RuleViolationException {@code account.opening.nobody} if everybody has one already,
     *     {@code account.opening.too-many} above {@link #MOST_AT_ONCE}
     */
    @Transactional
    public AccountOpening openMembers(long unitId, boolean seatedOnly, Actor actor, BranchScope scope) {
        OrgUnit unit = units.get(unitId, officer(scope));
        openings.lockUsernames();
        List<Candidate> candidates = openingQuery.candidates(unitId, seatedOnly, scope, MOST_AT_ONCE + 1);
        if (candidates.isEmpty()) {
            throw new RuleViolationException("account.opening.nobody", unit.getName());
        }
        if (candidates.size() > MOST_AT_ONCE) {
            throw new RuleViolationException("account.opening.too-many", unit.getName(), MOST_AT_ONCE);
        }
        AccountOpening opening = request(unit, candidates.size(), actor);
        Map<Candidate, String> usernames = usernames(candidates);
        usernames.forEach((candidate, username) -> keep(
                Account.ofMember(username, candidate.name(), candidate.memberId(), clock.instant()), opening, actor));
        return opening;
    }

    /**
     * Asks for the account of somebody who is enrolled elsewhere, or of a further officer.
     *
     * @param unitId where he will work; officers belong to no unit, it only says who asked for what
     * @throws RuleViolationException {@code account.username.form} or {@code account.username.taken}
     */
    @Transactional
    public AccountOpening openSingle(
            long unitId, String username, String name, boolean asOfficer, Actor actor, BranchScope scope) {
        OrgUnit unit = units.get(unitId, officer(scope));
        openings.lockUsernames();
        String lower = username.toLowerCase(Locale.ROOT);
        if (!USERNAME_PATTERN.matcher(lower).matches()) {
            throw new RuleViolationException("account.username.form");
        }
        if (accounts.findByUsername(lower).isPresent()) {
            throw new RuleViolationException("account.username.taken", lower);
        }
        AccountOpening opening = request(unit, 1, actor);
        keep(
                asOfficer
                        ? Account.ofOfficer(lower, name, clock.instant())
                        : Account.ofStaff(lower, name, clock.instant()),
                opening,
                actor);
        return opening;
    }

    private AccountOpening request(OrgUnit unit, int count, Actor actor) {
        AccountOpening opening = openings.save(new AccountOpening(unit, count, actor.accountId(), clock.instant()));
        audit.record(AccountAction.OPENING_REQUESTED, TYPE, opening.getId(), unit.getName());
        return opening;
    }

    private void keep(Account account, AccountOpening opening, Actor actor) {
        account.requestedBy(actor.accountId(), opening.getId());
        accounts.save(account);
    }

    /**
     * Approves a list: its accounts are open, and wait for their slips.
     *
     * @throws NotFoundException if there is none, or it lies outside the scope
     * @throws RuleViolationException {@code account.own-approval} for one's own request, {@code account.opening.decided}
     *     if it has been decided already
     */
    @Transactional
    public void approve(long id, Actor actor, BranchScope scope) {
        AccountOpening opening = waiting(id, scope);
        opening.decide(AccountOpening.State.APPROVED, actor.accountId(), clock.instant());
        accounts.findByOpeningId(id).forEach(account -> account.approve(actor.accountId()));
        audit.record(AccountAction.OPENING_APPROVED, TYPE, id, opening.getUnit().getName());
    }

    /**
     * Rejects a list: its accounts are gone as if they had never been asked for.
     *
     * @throws NotFoundException if there is none, or it lies outside the scope
     * @throws RuleViolationException as {@link #approve}
     */
    @Transactional
    public void reject(long id, Actor actor, BranchScope scope) {
        AccountOpening opening = waiting(id, scope);
        opening.decide(AccountOpening.State.REJECTED, actor.accountId(), clock.instant());
        accounts.findByOpeningId(id).forEach(accounts::delete);
        audit.record(AccountAction.OPENING_REJECTED, TYPE, id, opening.getUnit().getName());
    }

    /**
     * Makes the sign-in slips of a list: a new one-time password for each account nobody has signed in to yet. Slips
     * printed before are good no more.
     *
     * @return by branch and name; the only place where the passwords stand
     * @throws RuleViolationException {@code account.opening.not-approved}, or {@code account.opening.all-in} if
     *     everybody has signed in
     */
    @Transactional
    public List<SignInSlip> slips(long id, BranchScope scope) {
        AccountOpening opening = within(id, officer(scope));
        if (!opening.isApproved()) {
            throw new RuleViolationException("account.opening.not-approved");
        }
        Map<Long, Account> byId = new LinkedHashMap<>();
        accounts.findByOpeningId(id).forEach(account -> byId.put(account.getId(), account));
        List<SignInSlip> slips = new ArrayList<>();
        for (AccountRow row : query.ofOpening(id, scope, MOST_AT_ONCE, 0)) {
            Account account = byId.get(row.id());
            if (account != null && row.lastSignInAt() == null && row.state() == AccountState.ACTIVE) {
                slips.add(service.handOut(account, row.branch()));
            }
        }
        if (slips.isEmpty()) {
            throw new RuleViolationException("account.opening.all-in");
        }
        return slips;
    }

    private AccountOpening waiting(long id, BranchScope scope) {
        if (scope.role() != Role.SEC_ADMIN) {
            throw new NotFoundException(AccountOpening.class, id);
        }
        return within(id, scope);
    }

    private AccountOpening within(long id, BranchScope scope) {
        return openings.findById(id)
                .filter(opening -> opening.getUnit().isWithin(scope))
                .orElseThrow(() -> new NotFoundException(AccountOpening.class, id));
    }

    /** Only the system officer asks; anybody else sees no unit here. */
    private static BranchScope officer(BranchScope scope) {
        return scope.role() == Role.SYS_ADMIN ? scope : BranchScope.none(scope.role(), scope.accountId());
    }

    /** The name spelled out, with a number behind it from the second of that name on. */
    private Map<Candidate, String> usernames(List<Candidate> candidates) {
        Map<Candidate, String> stems = new LinkedHashMap<>();
        candidates.forEach(candidate -> stems.put(candidate, stem(candidate.name())));
        Set<String> taken = new HashSet<>(
                query.takenUsernames(stems.values().stream().distinct().toList()));
        Map<Candidate, String> usernames = new LinkedHashMap<>();
        stems.forEach((candidate, stem) -> {
            String username = stem;
            for (int number = 2; !taken.add(username); number++) {
                username = stem + number;
            }
            usernames.put(candidate, username);
        });
        return usernames;
    }

    private static String stem(String name) {
        String spelled = Pinyin.spelled(name);
        if (spelled.length() < 2) {
            return NAMELESS;
        }
        return spelled.length() > LONGEST_STEM ? spelled.substring(0, LONGEST_STEM) : spelled;
    }
}
