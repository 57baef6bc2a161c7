package org.orglife.account;

import org.orglife.shared.Labelled;

/** Where an account stands. */
public enum AccountState implements Labelled {
    /** Created by the system officer; the security officer has not approved it yet. */
    PENDING {
        @Override
        boolean canBecome(AccountState next) {
            return next == ACTIVE;
        }
    },
    /** May sign in. */
    ACTIVE {
        @Override
        boolean canBecome(AccountState next) {
            return next == DISABLED;
        }
    },
    /** May not sign in any more; can be enabled again. */
    DISABLED {
        @Override
        boolean canBecome(AccountState next) {
            return next == ACTIVE;
        }
    };

    abstract boolean canBecome(AccountState next);
}
