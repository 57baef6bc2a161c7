package org.orglife.rectification;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orglife.problem.SubjectKind;

/**
 * Which rows of the ledger are shown or exported; null means any. Page and export take the same one.
 *
 * @param campaign id of the campaign
 * @param branch id of a branch, or of a unit above branches
 * @param aspect title of the aspect
 * @param q part of a problem, a measure or an owner's name
 * @param status without one, everything that is not void
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

    /** What is open of one's own problems and measures, in every campaign. */
    public static LedgerFilter own() {
        return new LedgerFilter(null, null, null, null, LedgerStatus.OPEN, null, null, true);
    }

    /** For a job: the filter as texts, to be read again by {@link #of(Map)}. */
    Map<String, String> parameters() {
        Map<String, String> texts = new HashMap<>();
        put(texts, "campaign", campaign);
        put(texts, "branch", branch);
        put(texts, "subject", subject);
        put(texts, "aspect", aspect);
        put(texts, "status", status);
        put(texts, "due", due);
        put(texts, "q", q);
        put(texts, "mine", mine);
        return texts;
    }

    private static void put(Map<String, String> texts, String name, @Nullable Object value) {
        if (value != null) {
            texts.put(name, value.toString());
        }
    }

    static LedgerFilter of(Map<String, String> texts) {
        return new LedgerFilter(
                read(texts.get("campaign"), Long::valueOf),
                read(texts.get("branch"), Long::valueOf),
                read(texts.get("subject"), SubjectKind::valueOf),
                texts.get("aspect"),
                read(texts.get("status"), LedgerStatus::valueOf),
                read(texts.get("due"), DueFilter::valueOf),
                texts.get("q"),
                Boolean.parseBoolean(texts.get("mine")));
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, T> reader) {
        return text == null ? null : reader.apply(text);
    }

    /** The same, in a certain campaign. */
    public LedgerFilter in(long someCampaign) {
        return new LedgerFilter(someCampaign, branch, subject, aspect, status, due, q, mine);
    }

    public boolean isNarrowed() {
        return branch != null || subject != null || aspect != null || status != null || due != null || q != null;
    }
}
