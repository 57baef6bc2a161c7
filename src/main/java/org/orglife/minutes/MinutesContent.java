package org.orglife.minutes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.MeetingForm;
import org.orglife.sitting.AbsenceReason;
import org.orglife.sitting.AttendanceStatus;

/**
 * Everything minutes say (F20). This is what is signed, and what is kept of a signed version; hence it holds words and
 * numbers as they were and points at nothing but the persons to whom their own part is shown.
 *
 * @param number of the meeting among those of the task; 2 for one that was held again
 * @param startedAt to the minute
 * @param endedAt to the minute
 * @param sittings one after the other, where there was more than one
 * @param absentees members expected who were at no sitting
 * @param conclusion 总结, where the recorder has written one
 */
public record MinutesContent(
        String branch,
        String campaign,
        int number,
        MeetingForm form,
        LocalDate heldOn,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        String place,
        String chair,
        @Nullable String recorder,
        Count count,
        List<Coming> sittings,
        List<Absentee> absentees,
        List<Guest> guests,
        List<Item> items,
        @Nullable String conclusion,
        List<Decision> decisions) {

    public MinutesContent {
        sittings = List.copyOf(sittings);
        absentees = List.copyOf(absentees);
        guests = List.copyOf(guests);
        items = List.copyOf(items);
        decisions = List.copyOf(decisions);
    }

    /**
     * How many; members only, but for the guests. Whoever was at one sitting was there.
     *
     * @param full of those present, full members
     * @param probationary of those present
     */
    public record Count(int expected, int present, int full, int probationary, int excused, int absent, int guests) {

        /** Whether everybody who was expected was there, on leave or absent (gate G4). */
        public boolean addsUp() {
            return expected == present + excused + absent;
        }
    }

    /** One sitting of several. */
    public record Coming(
            int number,
            LocalDate heldOn,
            Instant begunAt,
            @Nullable Instant endedAt,
            int expected,
            int present) {}

    /**
     * A member who was not there.
     *
     * @param attendanceId by which his reason is noted
     * @param reason null where nobody has said it, and for whoever may not read it
     */
    public record Absentee(
            long attendanceId,
            long memberId,
            String name,
            AttendanceStatus status,
            @Nullable AbsenceReason reason) {}

    public record Guest(String name, @Nullable String unit, AttendanceCapacity capacity) {}

    /**
     * An item of the agenda with everything that belongs to it.
     *
     * @param struckReason why it was not dealt with
     * @param vote null for none
     * @param turns of the round of criticism
     */
    public record Item(
            long id,
            AgendaType type,
            String title,
            @Nullable String person,
            boolean struck,
            @Nullable String struckReason,
            @Nullable String notes,
            List<Said> statements,
            @Nullable Vote vote,
            List<Ballot> ballots,
            List<Speech> turns) {

        public Item {
            statements = List.copyOf(statements);
            ballots = List.copyOf(ballots);
            turns = List.copyOf(turns);
        }

        /** Whether the records tell nothing of it. */
        @JsonIgnore
        public boolean isEmpty() {
            return notes == null && statements.isEmpty() && vote == null && ballots.isEmpty() && turns.isEmpty();
        }
    }

    /** What a guest has said. */
    public record Said(
            long id,
            String speaker,
            @Nullable String unit,
            AttendanceCapacity capacity,
            @Nullable String text) {}

    /** The result of a vote (BR-01, BR-02). */
    public record Vote(int expectedVoters, int presentVoters, int approve, int against, int abstain, boolean carried) {}

    /** A round of the ballot on the members; what it came to is not told here. */
    public record Ballot(
            int round,
            String scrutineer,
            String teller,
            int issued,
            int returned,
            int valid,
            int invalid,
            boolean voided) {}

    /**
     * One turn in the round of criticism.
     *
     * @param spoke whether he had his turn
     * @param skipReason why he did not speak; null where he did, and where nobody said why
     * @param selfCriticism null where no wording was written, and for whoever may not read it
     */
    public record Speech(
            long id,
            long memberId,
            String name,
            boolean spoke,
            @Nullable String skipReason,
            @Nullable String selfCriticism,
            @Nullable String response,
            List<Critic> critics) {

        public Speech {
            critics = List.copyOf(critics);
        }

        private Speech withoutWording() {
            return new Speech(
                    id,
                    memberId,
                    name,
                    spoke,
                    skipReason,
                    null,
                    null,
                    critics.stream()
                            .map(critic -> new Critic(critic.memberId(), critic.name(), null))
                            .toList());
        }
    }

    /** Somebody who has criticised; the gist where one was written and may be read. */
    public record Critic(
            long memberId, String name, @Nullable String gist) {}

    /** 决定事项. */
    public record Decision(
            String text, @Nullable String owner, @Nullable LocalDate dueOn) {}

    /** As much of it as that reader may see (domain 7.2). */
    public MinutesContent as(MinutesReader reader) {
        return new MinutesContent(
                branch,
                campaign,
                number,
                form,
                heldOn,
                startedAt,
                endedAt,
                place,
                chair,
                recorder,
                count,
                sittings,
                reader.names()
                        ? absentees.stream()
                                .map(one -> reader.reasons() ? one : withoutReason(one))
                                .toList()
                        : List.of(),
                reader.names() ? guests : List.of(),
                items.stream().map(item -> as(item, reader)).toList(),
                reader.notes() ? conclusion : null,
                decisions);
    }

    private static Absentee withoutReason(Absentee one) {
        return new Absentee(one.attendanceId(), one.memberId(), one.name(), one.status(), null);
    }

    /** What was noted beside the round of criticism may tell what was said in it. */
    private static Item as(Item item, MinutesReader reader) {
        boolean notes = reader.notes() && (reader.wording() || item.type() != AgendaType.CRITICISM_ROUND);
        return new Item(
                item.id(),
                item.type(),
                item.title(),
                item.person(),
                item.struck(),
                item.struckReason(),
                notes ? item.notes() : null,
                reader.notes() ? item.statements() : List.of(),
                item.vote(),
                item.ballots(),
                reader.names()
                        ? item.turns().stream()
                                .map(turn -> reader.mayReadWordingOf(turn.memberId()) ? turn : turn.withoutWording())
                                .toList()
                        : List.of());
    }
}
