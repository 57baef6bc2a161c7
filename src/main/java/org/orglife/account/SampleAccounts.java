package org.orglife.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the accounts of a demonstration: approved at once, with a password that stands on the sign-in page. */
@Service
public class SampleAccounts {

    private final AccountRepository accounts;
    private final RoleAssignmentRepository assignments;
    private final SignedInUsers users;
    private final Passwords passwords;
    private final Clock clock;

    SampleAccounts(
            AccountRepository accounts,
            RoleAssignmentRepository assignments,
            SignedInUsers users,
            Passwords passwords,
            Clock clock) {
        this.accounts = accounts;
        this.assignments = assignments;
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Opens an account.
     *
     * @param memberId the member behind it; null for staff and officers
     * @param role granted over each of the units; null for a member, whose seats bring his roles
     * @param units none for an officer
     */
    @Transactional
    public void open(
            String username,
            String name,
            @Nullable Long memberId,
            @Nullable Role role,
            List<OrgUnit> units,
            String password) {
        Account account;
        if (memberId != null) {
            account = Account.ofMember(username, name, memberId, clock.instant());
        } else if (role != null && role.isOfficer()) {
            account = Account.ofOfficer(username, name, clock.instant());
        } else {
            account = Account.ofStaff(username, name, clock.instant());
        }
        account.approve(null);
        account.choosePassword(passwords.ofChoice(password));
        accounts.save(account);
        if (role != null && role.isOfficer()) {
            grant(account, role, null);
        } else if (role != null) {
            units.forEach(unit -> grant(account, role, unit));
        }
    }

    private void grant(Account account, Role role, @Nullable OrgUnit unit) {
        assignments.save(new RoleAssignment(account, role, unit, LocalDate.now(clock), null, null));
    }

    /** The user of an account, as if he had signed in: for filling the sample through the services. */
    public SignedInUser user(String username) {
        Account account = accounts.findByUsername(username).orElseThrow();
        return users.ofAccount(account.getId(), null).orElseThrow();
    }
}
