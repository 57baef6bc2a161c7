package org.orglife.account.web;

import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

/** The three fields of the page 改密码. */
record PasswordForm(
        @NotEmpty(message = "{account.password.present.missing}") @Nullable
        String presentPassword,

        @NotEmpty(message = "{account.password.chosen.missing}") @Nullable
        String chosenPassword,

        @Nullable String repeatedPassword) {

    boolean isRepeatedRight() {
        return chosenPassword != null && chosenPassword.equals(repeatedPassword);
    }

    /** Passwords do not appear in logs or messages. */
    @Override
    public String toString() {
        return "PasswordForm";
    }
}
