package org.orglife.survey;

import org.jspecify.annotations.Nullable;

/**
 * An item about which people can be asked.
 *
 * @param member whose own it is; null for one of the branch
 * @param text the problem; empty for somebody's own, which is shown by his name alone
 * @param waiting whether it can be struck off only after people were asked; the others are struck off already
 */
public record Candidate(long id, int number, @Nullable String member, String text, boolean waiting) {

    public boolean isPersonal() {
        return member != null;
    }
}
