package org.orglife.records;

import org.orglife.account.AccountState;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.stereotype.Component;

/** Account and roles. */
@Component
class AccountRecords implements RecordSource {

    private static final String SQL = """
            select a.id, cast(a.created_at at time zone 'Asia/Shanghai' as date) on_day, a.username, a.display_name, a.state,
              a.last_sign_in_at, (select nullif(count(*), 0) from form_draft d where d.account_id = a.id) drafts,
              null role, null unit, cast(null as date) until_on
            from account a where a.id = :account and a.member_id = :me
            union all
            select r.id, r.from_on, null, null, null, null, null, r.role, u.name, r.until_on
            from role_assignment r join account a on a.id = r.account_id left join org_unit u on u.id = r.unit_id
            where r.account_id = :account and a.member_id = :me
            """;

    private final OwnRows own;

    AccountRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.ACCOUNT,
                SQL,
                scope,
                line -> line.fact("displayName", "display_name")
                        .fact("state", "state", AccountState.class)
                        .moment("lastSignIn", "last_sign_in_at")
                        .fact("drafts", "drafts")
                        .fact("unit", "unit")
                        .day("until", "until_on")
                        .titled(
                                line.text("role") == null
                                        ? line.text("username")
                                        : line.label(line.constant("role", Role.class)),
                                null));
    }
}
