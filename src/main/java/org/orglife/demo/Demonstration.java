package org.orglife.demo;

import java.util.List;
import org.orglife.account.DemonstrationAccounts;
import org.orglife.shared.Role;
import org.springframework.stereotype.Component;

/** The accounts of the sample organisation. */
@Component
@ConditionalOnDemonstration
class Demonstration implements DemonstrationAccounts {

    static final String PASSWORD = "orglife-demo";
    static final String OFFICE = "office";
    static final String SECRETARY = "secretary";
    static final String COMMITTEE = "committee";
    static final String MEMBER = "member";
    static final String SUPERVISOR = "supervisor";

    @Override
    public List<DemonstrationAccount> accounts() {
        return List.of(
                new DemonstrationAccount(OFFICE, Role.PARTY_OFFICE, "沈光涛"),
                new DemonstrationAccount(SECRETARY, Role.SECRETARY, "于光燕"),
                new DemonstrationAccount(COMMITTEE, Role.COMMITTEE, "余庆清"),
                new DemonstrationAccount(MEMBER, Role.MEMBER, "梁梦清"),
                new DemonstrationAccount(SUPERVISOR, Role.SUPERVISOR, "秦玉和"),
                new DemonstrationAccount("sysadmin", Role.SYS_ADMIN, "系统管理员"),
                new DemonstrationAccount("secadmin", Role.SEC_ADMIN, "安全管理员"),
                new DemonstrationAccount("auditor", Role.AUDIT_ADMIN, "审计员"));
    }

    @Override
    public String password() {
        return PASSWORD;
    }
}
