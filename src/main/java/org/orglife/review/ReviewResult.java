package org.orglife.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;

/**
 * What a review came to, as far as its members were told, for whoever looks from outside the committee (BR-52).
 *
 * @param groups the four grades, and those who get none
 * @param untold members who were decided on and not told yet: they are in none of the groups
 * @param dispositions cases with an outcome (M19)
 * @param disposed who they are about; null for others than the party office
 * @param cap how many may be 优秀; null for others than the party office
 * @param permission what the office has allowed; null for nothing, and for others
 */
public record ReviewResult(
        BranchTask task,
        List<Group> groups,
        int untold,
        int dispositions,
        @Nullable List<String> disposed,
        @Nullable ExcellentCap cap,
        ExcellentCaps.@Nullable Permission permission) {

    public ReviewResult {
        groups = List.copyOf(groups);
    }

    /**
     * Members of one grade.
     *
     * @param grade null for those who get none
     * @param names who they are, by pinyin; null for whoever reads counts only
     */
    public record Group(
            @Nullable Grade grade, int count, @Nullable List<String> names) {}

    /** All who take part (M18a): the groups, and those who were not told yet. */
    public int total() {
        return untold + groups.stream().mapToInt(Group::count).sum();
    }
}
