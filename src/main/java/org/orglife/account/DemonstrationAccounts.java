package org.orglife.account;

import java.util.List;
import org.orglife.shared.Role;

/** Accounts the sign-in page may offer because everything behind them is invented. There only in a demonstration. */
public interface DemonstrationAccounts {

    /** One account a visitor may try. */
    record DemonstrationAccount(String username, Role role, String name) {}

    /** In the order in which they are offered. */
    List<DemonstrationAccount> accounts();

    /** The password of them all. */
    String password();
}
