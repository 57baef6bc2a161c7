package org.orglife.opinion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point of the digest (form 意见建议汇总表).
 *
 * @param number counted within the task, in the order in which points were made
 * @param groups who said it, groups only
 * @param opinions how many opinions were merged into it
 * @param numbers their numbers
 * @param aspect title of the aspect; null as long as it was not assigned
 * @param problemState state of the item the point has become
 * @param owner name of who answers for it
 */
public record PointRow(
        long id,
        int number,
        String text,
        OpinionAbout about,
        List<TargetGroup> groups,
        int opinions,
        List<Integer> numbers,
        @Nullable Long aspectId,
        @Nullable String aspect,
        Disposition disposition,
        @Nullable String answer,
        @Nullable Long problemId,
        @Nullable Integer problemNumber,
        @Nullable String problemState,
        @Nullable String owner,
        long version) {

    public PointRow {
        groups = List.copyOf(groups);
        numbers = List.copyOf(numbers);
    }
}
