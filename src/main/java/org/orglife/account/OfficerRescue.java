package org.orglife.account;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The way back in for an officer who has forgotten his password: no other officer can give him a new one, only whoever
 * may start the application with {@code --orglife.account.rescue=name}.
 */
@Component
class OfficerRescue implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(OfficerRescue.class);

    private final AccountProperties properties;
    private final AccountRepository accounts;
    private final AccountService service;
    private final TransactionOperations transaction;

    OfficerRescue(
            AccountProperties properties,
            AccountRepository accounts,
            AccountService service,
            TransactionOperations transaction) {
        this.properties = properties;
        this.accounts = accounts;
        this.service = service;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.rescue() != null) {
            rescue(properties.rescue().toLowerCase(Locale.ROOT));
        }
    }

    private void rescue(String username) {
        Optional<SignInSlip> slip =
                Objects.requireNonNull(transaction.execute(status -> accounts.findByUsername(username)
                        .filter(Account::isOfficer)
                        .filter(account -> account.getState() == AccountState.ACTIVE)
                        .map(account -> service.handOut(account, null))));
        if (slip.isPresent()) {
            log.warn(
                    "“{}”的一次性密码：{}，7 天内有效，登录后须改密码。请去掉参数 orglife.account.rescue 再重启"
                            + " (One-time password for the officer; start without the option next time)",
                    username,
                    slip.get().password());
        } else {
            log.warn("没有叫“{}”的在用的三员账号，没有发一次性密码 (No such officer: no password was given)", username);
        }
    }
}
