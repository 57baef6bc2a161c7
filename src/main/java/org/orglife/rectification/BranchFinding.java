package org.orglife.rectification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.problem.SubjectKind;

/**
 * What a branch has found, for its page: aspect by aspect, and who of its people has handed a list in.
 *
 * @param people empty for whoever only reads the branch's own problems
 * @param writing how many of those who have not handed in have begun to write: whether, not what, and not who
 */
public record BranchFinding(List<OfAspect> aspects, List<Person> people, int writing) {

    public BranchFinding {
        aspects = List.copyOf(aspects);
        people = List.copyOf(people);
    }

    /** A problem of the branch. */
    public record Found(long id, int number, String text, ItemState state) {}

    /**
     * An aspect with what was found in it.
     *
     * @param clearOn day on which it was stated that nothing was found
     */
    public record OfAspect(
            long id,
            String title,
            @Nullable String guidingQuestions,
            List<Found> problems,
            @Nullable LocalDate clearOn,
            @Nullable String clearBy) {

        public OfAspect {
            problems = List.copyOf(problems);
        }

        public boolean isAnswered() {
            return !problems.isEmpty() || clearOn != null;
        }
    }

    /** Somebody of the branch; the kind as which his problems are counted today. */
    public record Person(long id, String name, SubjectKind kind, int handedIn) {}

    /** How many have handed a list in. */
    public long handedIn() {
        return people.stream().filter(person -> person.handedIn() > 0).count();
    }

    public long answered() {
        return aspects.stream().filter(OfAspect::isAnswered).count();
    }

    /** How many problems of the branch there are. */
    public int problems() {
        return aspects.stream().mapToInt(aspect -> aspect.problems().size()).sum();
    }
}
