package org.orglife.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.orglife.account.SampleAccounts;
import org.orglife.account.SignedInUser;
import org.orglife.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People of a test's own branches, who sign in with a browser as everybody does. */
class Visitors {

    static final String PASSWORD = "correct-horse-battery";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SampleAccounts accounts;
    private final JdbcClient jdbc;

    Visitors(SampleAccounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Opens the page to sign in and comes out behind it. */
    void signIn(Page page, String login, SignedInUser user) {
        page.navigate(login);
        enter(page, user);
        assertThat(page.locator(".ol-brand")).isVisible();
    }

    /** Fills in the form that the page shows and sends it. */
    void enter(Page page, SignedInUser user) {
        page.locator("[name=username]").fill(givePassword(user));
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("[name=password]").press("Enter");
    }

    /** Gives somebody a password that is no one-time password, and says his name. */
    String givePassword(SignedInUser user) {
        String staff = "password-of-" + NUMBER.incrementAndGet();
        accounts.open(staff, "密码", null, Role.PARTY_OFFICE, List.of(), PASSWORD);
        return jdbc.sql("""
                        update account set password_hash = staff.password_hash, one_time = false
                        from account staff where staff.username = :staff and account.id = :id
                        returning account.username
                        """)
                .param("staff", staff)
                .param("id", user.accountId())
                .query(String.class)
                .single();
    }
}
