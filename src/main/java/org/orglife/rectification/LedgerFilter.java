package org.orglife.rectification;

import org.jspecify.annotations.Nullable;
import org.orglife.problem.SubjectKind;

/**
 * Which rows of the ledger are shown or exported; null means any. Page and export take the same one.
 *
 * @param campaign id of the campaign
 * @param branch id of a branch, or of a unit above branches
 * @param aspect title of the aspect
 * @param q part of a problem, a measure or an owner's name
 * @param mine own problems and measures only
 */
public record LedgerFilter(
        @Nullable Long campaign,
        @Nullable Long branch,
        @Nullable SubjectKind subject,
        @Nullable String aspect,
        @Nullable LedgerStatus status,
        @Nullable DueFilter due,
        @Nullable String q,
        boolean mine) {

    /** Everything of a campaign that the scope may see. */
    public static LedgerFilter of(long campaign) {
        return new LedgerFilter(campaign, null, null, null, null, null, null, false);
    }

    /** The same, in a certain campaign. */
    public LedgerFilter in(long someCampaign) {
        return new LedgerFilter(someCampaign, branch, subject, aspect, status, due, q, mine);
    }

    public boolean isNarrowed() {
        return branch != null || subject != null || aspect != null || status != null || due != null || q != null;
    }
}
