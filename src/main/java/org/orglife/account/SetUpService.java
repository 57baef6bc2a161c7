package org.orglife.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.UnitKind;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.TypedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sets up an empty system, once: the top of the tree, the three officers and the party office. Whoever does so has to
 * know a code that stands in the log of the start, hence may look at the server.
 */
@Service
public class SetUpService implements ApplicationRunner {

    /** Whose accounts are made, in this order. */
    public static final List<Role> FIRST = List.of(Role.SYS_ADMIN, Role.SEC_ADMIN, Role.AUDIT_ADMIN, Role.PARTY_OFFICE);

    private static final Logger log = LoggerFactory.getLogger(SetUpService.class);

    /** Counts wrong codes like wrong passwords; no user name looks like it. */
    private static final String THROTTLED_AS = "(set-up)";

    private final AccountRepository accounts;
    private final AccountOpeningRepository openings;
    private final RoleAssignmentRepository assignments;
    private final AccountService service;
    private final SignInThrottle throttle;
    private final OrgUnitService units;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    /** Known to this process only, and worth nothing once there is an account. */
    private final String code = OneTimePassword.next();

    SetUpService(
            AccountRepository accounts,
            AccountOpeningRepository openings,
            RoleAssignmentRepository assignments,
            AccountService service,
            SignInThrottle throttle,
            OrgUnitService units,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.openings = openings;
        this.assignments = assignments;
        this.service = service;
        this.throttle = throttle;
        this.units = units;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Who is to get one of the {@link #FIRST} accounts. */
    public record Person(String username, String name) {}

    /** Whether there is nobody yet who could sign in. */
    public boolean isOpen() {
        return accounts.count() == 0;
    }

    /** Says at start how to begin, if there is nobody yet. */
    @Override
    public void run(ApplicationArguments arguments) {
        if (isOpen()) {
            log.info(
                    "系统还是空的。请打开 /set-up 进行首次设置，设置码：{} (The system is empty: open /set-up, the code is {})", code, code);
        }
    }

    /**
     * Sets the system up.
     *
     * @param typedCode as printed at start
     * @param address where the request comes from, for slowing down guesses
     * @param people one for each of {@link #FIRST}
     * @return their sign-in slips, the only place where the passwords stand
     * @throws RuleViolationException {@code account.set-up.code} for a wrong code, {@code account.set-up.too-often} after
     *     too many of them, {@code account.set-up.done} if there are accounts already, {@code account.username.form} or
     *     {@code account.username.taken}
     */
    public List<SignInSlip> setUp(
            String typedCode, String address, UnitKind kind, String unitName, List<Person> people) {
        checkCode(typedCode, address);
        Set<String> usernames = new HashSet<>();
        for (Person person : people) {
            if (!person.username().matches(OpeningService.USERNAME)) {
                throw new RuleViolationException("account.username.form");
            }
            if (!usernames.add(person.username())) {
                throw new RuleViolationException("account.username.taken", person.username());
            }
        }
        return Objects.requireNonNull(transaction.execute(status -> create(kind, unitName, people)));
    }

    private void checkCode(String typedCode, String address) {
        if (!throttle.begin(THROTTLED_AS, address).open()) {
            throw new RuleViolationException("account.set-up.too-often");
        }
        String typed = TypedText.cleanCode(typedCode);
        if (typed == null || !MessageDigest.isEqual(bytes(typed), bytes(code))) {
            throw new RuleViolationException("account.set-up.code");
        }
        throttle.succeeded(THROTTLED_AS, address);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<SignInSlip> create(UnitKind kind, String unitName, List<Person> people) {
        openings.lockUsernames();
        if (!isOpen()) {
            throw new RuleViolationException("account.set-up.done");
        }
        OrgUnit root = units.createRoot(kind, unitName);
        audit.record(AccountAction.SYSTEM_SET_UP, "OrgUnit", root.getId(), root.getName());
        List<SignInSlip> slips = new ArrayList<>();
        for (int number = 0; number < FIRST.size(); number++) {
            slips.add(open(people.get(number), FIRST.get(number), root));
        }
        return slips;
    }

    private SignInSlip open(Person person, Role role, OrgUnit root) {
        Account account = role.isOfficer()
                ? Account.ofOfficer(person.username(), person.name(), clock.instant())
                : Account.ofStaff(person.username(), person.name(), clock.instant());
        account.approve(null);
        accounts.save(account);
        @Nullable OrgUnit unit = role.isOfficer() ? null : root;
        RoleAssignment assignment =
                assignments.save(new RoleAssignment(account, role, unit, LocalDate.now(clock), null, null));
        audit.record(
                AccountAction.ROLE_GRANTED,
                "RoleAssignment",
                assignment.getId(),
                account.getDisplayName(),
                List.of(role.labelKey()));
        return service.handOut(account, unit == null ? null : unit.getName());
    }
}
