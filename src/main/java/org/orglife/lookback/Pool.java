package org.orglife.lookback;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orglife.problem.SubjectKind;

/**
 * The items of a task that can be looked at again.
 *
 * @param items struck off, in the order of their numbers
 */
public record Pool(List<Candidate> items) {

    /**
     * An item that is struck off.
     *
     * @param reopenings how often it was registered again before
     */
    public record Candidate(long id, int number, SubjectKind subjectKind, int reopenings) {

        boolean isPersonal() {
            return subjectKind.isPersonal();
        }
    }

    public Pool {
        items = List.copyOf(items);
    }

    /** How many there are. */
    public int size() {
        return items.size();
    }

    /** How many of them were registered again before; public for the page. */
    public int reopened() {
        return only(Extent.REOPENED_ONLY).size();
    }

    /** Those an extent is about; a sample is drawn from all. */
    Pool only(Extent extent) {
        return extent == Extent.REOPENED_ONLY
                ? new Pool(items.stream().filter(item -> item.reopenings() > 0).toList())
                : this;
    }

    List<Integer> numbers(boolean personal) {
        return items.stream()
                .filter(item -> item.isPersonal() == personal)
                .map(Candidate::number)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Those drawn by lot: from the branch's items and from those of persons apart, so that each kind is looked at. */
    List<Candidate> drawn(int percent, long seed) {
        Set<Integer> drawn = Stream.of(true, false)
                .flatMap(personal -> Drawing.draw(numbers(personal), percent, seed).stream())
                .collect(Collectors.toSet());
        return items.stream().filter(item -> drawn.contains(item.number())).toList();
    }
}
