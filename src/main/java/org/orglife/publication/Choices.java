package org.orglife.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.points.PointsBoard;
import org.orglife.publication.PublicationContent.Pledged;
import org.orglife.publication.PublicationContent.Problem;
import org.orglife.publication.PublicationContent.Scored;
import org.orglife.publication.PublicationContent.Step;
import org.orglife.rectification.ItemState;
import org.orglife.rectification.Ledger;
import org.orglife.rectification.LedgerFilter;
import org.orglife.rectification.LedgerMeasure;
import org.orglife.rectification.LedgerRow;
import org.orglife.rectification.LedgerSort;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;

/**
 * What a branch may choose from, and what becomes of it on paper. Of the ledger this takes number, problem, measures, dates,
 * owners and how far they have come, and nothing else; of somebody's own problems only those he lets be shown.
 */
@Component
class Choices {

    private static final int MOST = 500;

    private final Ledger ledger;
    private final Consents consents;
    private final PledgeRepository pledges;
    private final PointsBoard points;
    private final MeetingFacts meetings;
    private final Clock clock;

    Choices(
            Ledger ledger,
            Consents consents,
            PledgeRepository pledges,
            PointsBoard points,
            MeetingFacts meetings,
            Clock clock) {
        this.ledger = ledger;
        this.consents = consents;
        this.pledges = pledges;
        this.points = points;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** What can be ticked for a kind, in the order of the ledger or the roster; nothing for points and meetings. */
    List<Candidate> candidates(BranchTask task, PublicationKind kind, BranchScope scope) {
        return switch (kind) {
            case MEASURES, PROGRESS ->
                rows(task, scope).stream().map(Choices::candidate).toList();
            case PLEDGES ->
                pledges.ofTask(task.getId()).stream()
                        .map(pledge -> new Candidate(
                                pledge.getId(),
                                pledge.getName(),
                                pledge.getPost(),
                                false,
                                pledge.getState() == PledgeState.WRITTEN ? "publication.choice.unreviewed" : null))
                        .toList();
            case POINTS, MEETING -> List.of();
        };
    }

    private static Candidate candidate(LedgerRow row) {
        return new Candidate(
                row.id(),
                row.label(),
                row.text(),
                row.subjectKind().isPersonal(),
                row.measures().isEmpty() ? "publication.choice.unplanned" : null);
    }

    /** The branch's own rows, and of personal ones those whose owner agrees and which the caller may read anyway. */
    private List<LedgerRow> rows(BranchTask task, BranchScope scope) {
        Set<Long> agreed = consents.given(task);
        LedgerFilter filter = new LedgerFilter(
                task.getCampaign().getId(), task.getBranch().getId(), null, null, null, null, null, false);
        return ledger.problems(filter, LedgerSort.NUMBER, scope, MOST, 0).stream()
                .filter(row -> row.taskId() == task.getId())
                .filter(row -> !row.subjectKind().isPersonal() || agreed.contains(row.id()))
                .toList();
    }

    /**
     * The rows of a proposal.
     *
     * @param personal whether somebody's own problem is among them
     */
    record Made(PublicationContent content, boolean personal) {}

    /**
     * What a proposal shows.
     *
     * @throws RuleViolationException {@code publication.nothing-chosen}; {@code publication.not-selectable} if something was
     *     chosen that may not be; {@code publication.private-number} if a text holds the number of a phone or an identity
     *     card; {@code publication.points.period}; {@code publication.meeting.none}; and what {@link PointsBoard} refuses
     */
    Made make(BranchTask task, ProposePublication proposal, BranchScope scope) {
        Made made = switch (proposal.kind()) {
            case MEASURES, PROGRESS -> ofLedger(task, proposal, scope);
            case PLEDGES -> new Made(ofPledges(task, proposal), false);
            case POINTS -> new Made(ofPoints(task, proposal.countedFrom(), proposal.countedUntil(), scope), false);
            case MEETING -> new Made(PublicationContent.ofMeeting(meetings.last(task)), false);
        };
        if (made.content().rows() == 0) {
            throw new RuleViolationException("publication.nothing-chosen");
        }
        made.content().typed().filter(PrivateNumbers::isIn).findFirst().ifPresent(text -> {
            throw new RuleViolationException("publication.private-number", beginning(text));
        });
        return made;
    }

    private static String beginning(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(12, text.codePointCount(0, text.length()))));
    }

    private Made ofLedger(BranchTask task, ProposePublication proposal, BranchScope scope) {
        List<LedgerRow> chosen = rows(task, scope).stream()
                .filter(row -> proposal.chosen().contains(row.id()))
                .filter(row -> candidate(row).isOpen())
                .toList();
        requireAll(proposal.chosen(), chosen.stream().map(LedgerRow::id).toList());
        boolean withProgress = proposal.kind() == PublicationKind.PROGRESS;
        LocalDate today = LocalDate.now(clock);
        PublicationContent content = PublicationContent.ofProblems(chosen.stream()
                .map(row -> new Problem(
                        row.text(),
                        row.measures().stream()
                                .map(measure -> new Step(
                                        measure.text(),
                                        measure.dueOn(),
                                        measure.owner(),
                                        withProgress ? progress(row.state(), measure, today) : null))
                                .toList()))
                .toList());
        return new Made(
                content, chosen.stream().anyMatch(row -> row.subjectKind().isPersonal()));
    }

    private static Progress progress(ItemState state, LedgerMeasure measure, LocalDate today) {
        if (state == ItemState.CLOSED) {
            return Progress.STRUCK_OFF;
        }
        if (measure.isDone()) {
            return Progress.DONE;
        }
        return measure.isOverdue(today) ? Progress.OVERDUE : Progress.RUNNING;
    }

    private PublicationContent ofPledges(BranchTask task, ProposePublication proposal) {
        List<Pledge> chosen = pledges.ofTask(task.getId()).stream()
                .filter(pledge -> proposal.chosen().contains(pledge.getId()))
                .filter(pledge -> pledge.getState() != PledgeState.WRITTEN)
                .toList();
        requireAll(proposal.chosen(), chosen.stream().map(Pledge::getId).toList());
        return PublicationContent.ofPledges(chosen.stream()
                .map(pledge -> new Pledged(
                        pledge.getName(),
                        pledge.getPost(),
                        pledge.getPromises().stream()
                                .map(promise -> new PublicationContent.Promise(promise.text(), promise.dueOn()))
                                .toList()))
                .toList());
    }

    private PublicationContent ofPoints(
            BranchTask task, @Nullable LocalDate from, @Nullable LocalDate until, BranchScope scope) {
        if (from == null || until == null || until.isBefore(from) || from.getYear() != until.getYear()) {
            throw new RuleViolationException("publication.points.period");
        }
        return PublicationContent.ofPoints(points.published(task.getBranch().getId(), from, until, scope).stream()
                .map(line -> new Scored(line.name(), line.points(), line.total()))
                .toList());
    }

    private static void requireAll(Set<Long> wanted, List<Long> found) {
        if (!new HashSet<>(found).equals(wanted)) {
            throw new RuleViolationException("publication.not-selectable");
        }
    }
}
