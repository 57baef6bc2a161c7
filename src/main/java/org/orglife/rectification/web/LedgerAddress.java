package org.orglife.rectification.web;

import org.jspecify.annotations.Nullable;

/** Where a page of an item leads back to: the ledger as it was filtered, never anywhere else. */
final class LedgerAddress {

    private LedgerAddress() {}

    static String back(@Nullable String asked) {
        if (asked != null
                && asked.length() <= 2000
                && asked.matches("/(ledger|my-problems|my-measures)(\\?[\\x21-\\x7E]*)?")) {
            return asked;
        }
        return "/ledger";
    }
}
