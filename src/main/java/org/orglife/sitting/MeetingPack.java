package org.orglife.sitting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.meeting.Invitation;
import org.orglife.meeting.InvitationAnswer;
import org.orglife.meeting.InvitationService;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.Meetings;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.PositionKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 会议包: what those at the desk print before a meeting, so that it goes on when the network does not. Before the
 * check-in it is made from the plan and the list of those expected, afterwards from who is there.
 */
@Component
@Transactional(readOnly = true)
public class MeetingPack {

    private final Desk desk;
    private final AgendaPlanning planning;
    private final Preparation preparation;
    private final BranchTaskService tasks;
    private final Meetings meetings;
    private final InvitationService invitations;
    private final ExpectedPeople people;
    private final ConsoleQuery console;
    private final HostScript script;

    MeetingPack(
            AgendaPlanning planning,
            Desk desk,
            Preparation preparation,
            BranchTaskService tasks,
            Meetings meetings,
            InvitationService invitations,
            ExpectedPeople people,
            ConsoleQuery console,
            HostScript script) {
        this.planning = planning;
        this.desk = desk;
        this.preparation = preparation;
        this.tasks = tasks;
        this.meetings = meetings;
        this.invitations = invitations;
        this.people = people;
        this.console = console;
        this.script = script;
    }

    /**
     * Somebody on the papers.
     *
     * @param unit where a guest comes from; null for members, and where it is not known
     * @param capacity of a guest, as a word; null for members
     * @param kind null for guests
     * @param votes whether he has a vote
     * @param seat on the committee; null for none
     * @param present whether he is signed in
     * @param reason why he is away; null for nothing known
     */
    public record Person(
            String name,
            @Nullable String unit,
            @Nullable String capacity,
            @Nullable MemberKind kind,
            boolean votes,
            @Nullable PositionKind seat,
            boolean present,
            @Nullable AbsenceReason reason) {

        static Person of(ExpectedPerson one) {
            return new Person(one.name(), null, null, one.kind(), one.votes(), one.seat(), false, one.leave());
        }

        static Person of(Invitation guest) {
            return new Person(
                    guest.getName(), guest.getUnit(), guest.getCapacity().labelKey(), null, false, null, false, null);
        }

        static Person of(Attendance one) {
            return new Person(
                    one.getName(),
                    one.getUnit(),
                    one.isGuest() ? one.getCapacity().labelKey() : null,
                    one.getKind(),
                    one.isVotes(),
                    one.getSeat(),
                    one.isPresent(),
                    one.getReason());
        }

        /** Reviewed at the meeting and graded after it; whoever is on probation is not graded. */
        public boolean isGraded() {
            return kind == MemberKind.FULL;
        }
    }

    /**
     * What stands above the papers of a meeting.
     *
     * @param startsAt null where only the day is known
     * @param recorder null while nobody is named
     */
    public record Heading(
            LocalDate on,
            @Nullable LocalTime startsAt,
            String place,
            String chair,
            @Nullable String recorder,
            MeetingForm form) {}

    /**
     * Everything to be printed.
     *
     * @param open whether the list of the sitting is open: then it is the one that is printed
     * @param members those expected, in the order of the list
     * @param guests whoever is invited and has not declined; of an open list, those on it
     * @param agenda without what was struck
     * @param script what the chair says
     */
    public record Papers(
            BranchTask task,
            Heading heading,
            boolean open,
            List<Person> members,
            List<Person> guests,
            List<AgendaPlanning.Line> agenda,
            List<HostScript.Part> script) {

        public Papers {
            members = List.copyOf(members);
            guests = List.copyOf(guests);
            agenda = List.copyOf(agenda);
            script = List.copyOf(script);
        }

        /** Those on leave, or absent for a reason that is known. */
        public List<Person> away() {
            return members.stream().filter(one -> one.reason() != null).toList();
        }

        /** Whoever speaks in the round of criticism: everybody who is not known to be away. */
        public List<Person> turns() {
            return members.stream().filter(one -> one.reason() == null).toList();
        }

        /** Members sheet by sheet, for a ballot. */
        public List<List<Person>> sheets(int most) {
            return IntStream.range(0, (members.size() + most - 1) / most)
                    .mapToObj(at -> members.subList(at * most, Math.min(members.size(), (at + 1) * most)))
                    .toList();
        }

        /** How many copies of a ballot are needed: one for each who casts it and is not known to be away. */
        public long copies() {
            boolean all = task.getCampaign().getPolicy().probationaryBallot();
            return turns().stream()
                    .filter(one -> all || one.kind() == MemberKind.FULL)
                    .count();
        }
    }

    /** The heading for a task that was found within the caller's scope; empty while neither day nor place is settled. */
    public Optional<Heading> heading(BranchTask task, BranchScope scope) {
        Optional<BranchPlan> plan = preparation.plan(task, scope);
        Optional<HeldMeeting> held = console.held(task);
        LocalTime startsAt = plan.map(BranchPlan::getStartsAt).orElse(null);
        MeetingForm form = meetings.find(task).map(OrgLifeMeeting::getForm).orElse(MeetingForm.GENERAL_MEETING);
        return held.map(meeting -> new Heading(
                        meeting.getHeldOn(),
                        startsAt,
                        meeting.getPlace(),
                        meeting.getChair().getName(),
                        name(meeting.getRecorder()),
                        form))
                .or(() -> plan.map(settled -> new Heading(
                        settled.getMeetingOn(),
                        settled.getStartsAt(),
                        settled.getPlace(),
                        settled.getChair().getName(),
                        name(settled.getRecorder()),
                        form)));
    }

    private static @Nullable String name(@Nullable Member member) {
        return member == null ? null : member.getName();
    }

    /** What stands on the agenda of a task that was found within the caller's scope, without what was struck. */
    public List<AgendaPlanning.Line> standing(BranchTask task) {
        return planning.lines(task).stream().filter(line -> !line.struck()).toList();
    }

    /** Whoever is invited to the meeting of such a task and has not declined. */
    public List<Person> guests(BranchTask task) {
        return coming(task).stream().map(Person::of).toList();
    }

    private List<Invitation> coming(BranchTask task) {
        return invitations.of(task).stream()
                .filter(guest -> guest.getAnswer() != InvitationAnswer.NO)
                .toList();
    }

    /**
     * Everything to be printed for a meeting, for those at its desk.
     *
     * @return empty while day and place are not settled
     * @throws NotFoundException if there is no such task, or its branch lies outside the scope
     * @throws RuleViolationException {@code sitting.desk-only} for others than those at the desk
     */
    public Optional<Papers> papers(long taskId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        Optional<ConsoleView> view = console.console(taskId, scope);
        if (view.isEmpty()) {
            desk.beforeMeeting(taskId, named(task, scope), scope);
        }
        Optional<Heading> heading = heading(task, scope);
        Optional<OrgLifeMeeting> meeting = meetings.find(task);
        if (heading.isEmpty() || meeting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(view.map(open -> after(open, heading.get()))
                .orElseGet(() -> before(task, meeting.get(), heading.get())));
    }

    private List<@Nullable Long> named(BranchTask task, BranchScope scope) {
        BranchPlan plan = preparation.plan(task, scope).orElse(null);
        return plan == null
                ? List.of()
                : Arrays.asList(
                        plan.getChair().getId(),
                        plan.getRecorder() == null ? null : plan.getRecorder().getId());
    }

    private Papers after(ConsoleView view, Heading heading) {
        return new Papers(
                view.task(),
                heading,
                true,
                view.members().stream().map(Person::of).toList(),
                view.guests().stream().map(Person::of).toList(),
                standing(view.task()),
                script.whole(view));
    }

    private Papers before(BranchTask task, OrgLifeMeeting meeting, Heading heading) {
        List<ExpectedPerson> expected = people.of(task, meeting, null, heading.on());
        List<AgendaPlanning.Line> lines = standing(task);
        List<Invitation> coming = coming(task);
        List<String> leaders = expected.stream()
                .filter(ExpectedPerson::leader)
                .map(ExpectedPerson::name)
                .toList();
        return new Papers(
                task,
                heading,
                false,
                expected.stream().map(Person::of).toList(),
                coming.stream().map(Person::of).toList(),
                lines,
                script.whole(task, heading.chair(), lines, leaders, coming));
    }
}
