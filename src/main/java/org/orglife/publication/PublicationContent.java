package org.orglife.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.MeetingForm;

/**
 * The rows of a publication, frozen when it was proposed. These are all the fields there are: causes, sources, words of
 * criticism, opinions, talks, votes, grades, reasons and phone numbers have none (domain 7.3).
 *
 * @param problems of 整改措施公示 and 整改进展公示
 * @param pledges of 亮诺公示
 * @param points of 积分公示, in the order of the roster
 * @param meeting of 会议召开情况; null for all others
 */
public record PublicationContent(
        List<Problem> problems,
        List<Pledged> pledges,
        List<Scored> points,
        @Nullable Held meeting) {

    public PublicationContent {
        problems = List.copyOf(problems);
        pledges = List.copyOf(pledges);
        points = List.copyOf(points);
    }

    /** A problem with what is done about it. */
    public record Problem(String text, List<Step> measures) {

        public Problem {
            measures = List.copyOf(measures);
        }
    }

    /**
     * A measure.
     *
     * @param dueOn null for 长期坚持
     * @param owner name of who answers for it
     * @param progress null in a publication of measures alone
     */
    public record Step(
            String text,
            @Nullable LocalDate dueOn,
            String owner,
            @Nullable Progress progress) {}

    /** Somebody with what he promises. */
    public record Pledged(String name, String post, List<Promise> promises) {

        public Pledged {
            promises = List.copyOf(promises);
        }
    }

    /** One promise; null for no date. */
    public record Promise(String text, @Nullable LocalDate dueOn) {}

    /**
     * Points of somebody.
     *
     * @param points of the period
     * @param total since the scheme began
     */
    public record Scored(String name, int points, int total) {}

    /** A meeting that was held; members only are counted. */
    public record Held(LocalDate heldOn, MeetingForm form, int expected, int present) {}

    static PublicationContent ofProblems(List<Problem> problems) {
        return new PublicationContent(problems, List.of(), List.of(), null);
    }

    static PublicationContent ofPledges(List<Pledged> pledges) {
        return new PublicationContent(List.of(), pledges, List.of(), null);
    }

    static PublicationContent ofPoints(List<Scored> points) {
        return new PublicationContent(List.of(), List.of(), points, null);
    }

    static PublicationContent ofMeeting(Held meeting) {
        return new PublicationContent(List.of(), List.of(), List.of(), meeting);
    }

    /** How many numbered rows it has. */
    public int rows() {
        return problems.size() + pledges.size() + points.size() + (meeting == null ? 0 : 1);
    }

    /** Everything in it that somebody typed. */
    Stream<String> typed() {
        return Stream.concat(
                problems.stream()
                        .flatMap(problem -> Stream.concat(
                                Stream.of(problem.text()),
                                problem.measures().stream().map(Step::text))),
                pledges.stream()
                        .flatMap(pledged -> Stream.concat(
                                Stream.of(pledged.post()),
                                pledged.promises().stream().map(Promise::text))));
    }
}
