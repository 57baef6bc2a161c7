package org.orglife.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 应到名单 as it stands today, beside what was confirmed last.
 *
 * @param rows everybody enrolled today, and who was on the list and has left; by name
 * @param confirmedAt null while it is not confirmed
 * @param before whether it was ever confirmed, so that there is something to compare with
 */
public record ExpectedRoll(
        List<RollRow> rows,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        boolean before) {

    public ExpectedRoll {
        rows = List.copyOf(rows);
    }

    /** Those expected today. */
    public List<RollRow> expected() {
        return rows.stream().filter(RollRow::isExpected).toList();
    }

    /** Of them, how many have a vote. */
    public long voters() {
        return rows.stream().filter(row -> row.isExpected() && row.votes()).count();
    }

    /** Those left out with the superior's consent (BR-05). */
    public List<RollRow> excluded() {
        return rows.stream().filter(row -> row.isCounted() && row.isExcluded()).toList();
    }

    /** Those out of contact or suspended. */
    public List<RollRow> notCounted() {
        return rows.stream().filter(row -> row.enrolled() && !row.isCounted()).toList();
    }

    /** Whoever may still be left out. */
    public List<RollRow> excludable() {
        return expected();
    }

    /** Expected now, and not on the list that was confirmed last; nobody before it ever was. */
    public List<RollRow> joined() {
        return before
                ? rows.stream()
                        .filter(row -> row.isExpected() && !row.isListed())
                        .toList()
                : List.of();
    }

    /** On the list that was confirmed last, and no longer expected. */
    public List<RollRow> gone() {
        return rows.stream().filter(row -> row.isListed() && !row.isExpected()).toList();
    }

    /** On both, with another right to vote. */
    public List<RollRow> voteChanged() {
        return rows.stream()
                .filter(row -> row.isExpected() && row.isListed() && !Objects.equals(row.listedVotes(), row.votes()))
                .toList();
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    /** Whether it is no longer what was confirmed last. */
    public boolean isChanged() {
        return !joined().isEmpty() || !gone().isEmpty() || !voteChanged().isEmpty();
    }

    /** Whether nothing is left to confirm. */
    public boolean isCurrent() {
        return isConfirmed() && !isChanged();
    }

    /** Stands for who is on it: another value says that somebody came or left since. */
    public String mark() {
        StringBuilder people = new StringBuilder();
        expected().forEach(row -> people.append(row.id()).append(row.votes() ? 'v' : 'n'));
        return Integer.toHexString(people.toString().hashCode());
    }
}
