package org.orglife.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.orglife.ballot.BallotQuery;
import org.orglife.campaign.CampaignQuery;
import org.orglife.campaign.CampaignRow;
import org.orglife.campaign.NoticeQuestions;
import org.orglife.campaign.NoticeReceipts;
import org.orglife.campaign.UnreadNotice;
import org.orglife.imports.ImportBatch;
import org.orglife.imports.ImportService;
import org.orglife.imports.ImportVerdict;
import org.orglife.meeting.MeetingQuery;
import org.orglife.meeting.WaitingMeeting;
import org.orglife.minutes.MakeUpQuery;
import org.orglife.minutes.MinutesQuery;
import org.orglife.opinion.OpinionQuery;
import org.orglife.opinion.WaitingOpinions;
import org.orglife.outline.OutlineQuery;
import org.orglife.publication.Pledges;
import org.orglife.publication.PublicationQuery;
import org.orglife.rectification.FindingQuery;
import org.orglife.rectification.WaitingExtension;
import org.orglife.rectification.WaitingExtensions;
import org.orglife.rectification.WaitingItem;
import org.orglife.rectification.WaitingItems;
import org.orglife.rectification.WaitingWork;
import org.orglife.reminder.OverdueBoard;
import org.orglife.review.ReviewQuery;
import org.orglife.review.ReviewWork;
import org.orglife.review.WaitingReview;
import org.orglife.routine.RoutineQuery;
import org.orglife.routine.WaitingRoutine;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.Role;
import org.orglife.study.MakeUpState;
import org.orglife.study.StudyNeed;
import org.orglife.study.StudyQuery;
import org.orglife.talk.TalkQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 我的待办: gathers from the features what waits for whoever is signed in. */
@Service
@Transactional(readOnly = true)
public class ToDos {

    /** Days after a meeting by which its record is signed (domain 2.8). */
    private static final int DAYS_TO_SIGN = 3;

    private final WaitingItems items;
    private final WaitingExtensions extensions;
    private final CampaignQuery campaigns;
    private final ImportService imports;
    private final TalkQuery talks;
    private final OpinionQuery opinions;
    private final StudyQuery study;
    private final NoticeReceipts receipts;
    private final NoticeQuestions questions;
    private final OutlineQuery outlines;
    private final MeetingQuery meetings;
    private final FindingQuery finding;
    private final MakeUpQuery makeUps;
    private final MinutesQuery minutes;
    private final BallotQuery ballots;
    private final ReviewQuery reviews;
    private final ReviewWork reviewWork;
    private final OverdueBoard overdue;
    private final RoutineQuery routine;
    private final Labels labels;
    private final PublicationQuery publications;
    private final Pledges pledges;

    ToDos(
            WaitingItems items,
            WaitingExtensions extensions,
            CampaignQuery campaigns,
            ImportService imports,
            TalkQuery talks,
            OpinionQuery opinions,
            StudyQuery study,
            NoticeReceipts receipts,
            NoticeQuestions questions,
            OutlineQuery outlines,
            MeetingQuery meetings,
            FindingQuery finding,
            MakeUpQuery makeUps,
            MinutesQuery minutes,
            BallotQuery ballots,
            ReviewQuery reviews,
            ReviewWork reviewWork,
            OverdueBoard overdue,
            RoutineQuery routine,
            Labels labels,
            PublicationQuery publications,
            Pledges pledges) {
        this.overdue = overdue;
        this.routine = routine;
        this.labels = labels;
        this.publications = publications;
        this.pledges = pledges;
        this.ballots = ballots;
        this.reviews = reviews;
        this.reviewWork = reviewWork;
        this.makeUps = makeUps;
        this.minutes = minutes;
        this.finding = finding;
        this.meetings = meetings;
        this.study = study;
        this.receipts = receipts;
        this.questions = questions;
        this.outlines = outlines;
        this.items = items;
        this.extensions = extensions;
        this.campaigns = campaigns;
        this.imports = imports;
        this.talks = talks;
        this.opinions = opinions;
    }

    /** What waits, the earliest date first; what has no date comes last, in the order of {@link ToDoKind}. */
    public List<ToDo> of(Actor actor, BranchScope scope) {
        List<ToDo> all = new ArrayList<>();
        finding.missing(scope).forEach(missing -> all.add(list(missing)));
        items.own(scope).forEach(item -> all.add(own(item)));
        items.work(scope).forEach(work -> addWork(all, work));
        extensions.of(scope).forEach(asked -> all.add(extension(asked)));
        addTalks(all, scope);
        opinions.waiting(scope).forEach(task -> all.add(digest(task)));
        study.own(scope).forEach(need -> all.add(makeUp(need)));
        makeUps.own(scope).forEach(need -> all.add(makeUp(need)));
        minutes.unsigned(scope)
                .forEach(unsigned -> all.add(new ToDo(
                        ToDoKind.SIGN_MINUTES,
                        unsigned.heldOn().plusDays(DAYS_TO_SIGN),
                        List.of(unsigned.campaign()),
                        "/tasks/" + unsigned.taskId() + "/minutes")));
        ballots.offices(scope).forEach(office -> all.add(ballot(office)));
        addReviews(all, scope);
        routine.waiting(actor.unitId(), scope).forEach(waiting -> all.add(record(waiting)));
        publications.waiting(scope).forEach(waiting -> all.add(publication(waiting)));
        pledges.toReview(scope)
                .forEach(waiting -> all.add(new ToDo(
                        ToDoKind.REVIEW_PLEDGES,
                        null,
                        List.of(String.valueOf(waiting.pledges()), waiting.campaign()),
                        "/tasks/" + waiting.taskId() + "/pledges")));
        if (scope.role().leadsBranch()) {
            receipts.unread(scope).forEach(notice -> all.add(unread(notice)));
        }
        outlines.own(scope).forEach(due -> all.add(text(due)));
        outlines.toReview(scope)
                .forEach(waiting -> all.add(new ToDo(
                        ToDoKind.REVIEW_TEXTS,
                        null,
                        List.of(String.valueOf(waiting.texts()), waiting.campaign()),
                        "/tasks/" + waiting.taskId() + "/texts")));
        meetings.waiting(scope).forEach(waiting -> all.add(meeting(waiting)));
        if (scope.role() == Role.PARTY_OFFICE) {
            long late = overdue.atSuperior(scope);
            if (late > 0) {
                all.add(new ToDo(ToDoKind.OVERDUE_IN_BRANCHES, null, List.of(String.valueOf(late)), "/overdue"));
            }
            questions.waiting(scope).forEach(waiting -> all.add(questions(waiting)));
            campaigns.list(scope).stream().filter(row -> row.state().isDraft()).forEach(row -> all.add(draft(row)));
        }
        imports.latest(actor).stream().filter(ImportBatch::isOpen).forEach(batch -> all.add(waiting(batch)));
        all.sort(Comparator.comparing(ToDo::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(ToDo::kind));
        return all;
    }

    private static ToDo ballot(BallotQuery.Office office) {
        return new ToDo(
                office.scrutineer() ? ToDoKind.SCRUTINISE_BALLOT : ToDoKind.COUNT_BALLOT,
                null,
                List.of(office.campaign()),
                "/tasks/" + office.taskId() + "/meeting/ballot");
    }

    private void addReviews(List<ToDo> all, BranchScope scope) {
        reviewWork.of(scope).forEach(waiting -> all.add(review(waiting)));
        reviews.unanswered(scope)
                .forEach(told -> all.add(new ToDo(
                        ToDoKind.ANSWER_REVIEW,
                        null,
                        List.of(told.campaign()),
                        "/tasks/" + told.taskId() + "/review/mine",
                        told.since())));
    }

    private static ToDo review(WaitingReview waiting) {
        ToDoKind kind = switch (waiting.need()) {
            case LIST -> ToDoKind.CHECK_REVIEW_LIST;
            case MEETING -> ToDoKind.NOTE_REVIEW_MEETING;
            case DECIDE -> ToDoKind.DECIDE_GRADES;
            case TELL -> ToDoKind.TELL_GRADES;
            case HELP -> ToDoKind.HELP_MEMBER;
            case RECHECK -> ToDoKind.RECHECK_MEMBER;
            case REASSESS -> ToDoKind.REASSESS_MEMBER;
        };
        String place = switch (waiting.need()) {
            case LIST -> "";
            case MEETING -> "#meeting";
            case DECIDE -> "#decision";
            case TELL -> "#feedback";
            case HELP, RECHECK -> "#follow-up";
            case REASSESS -> "/case";
        };
        boolean one = waiting.memberId() != null && waiting.need() != WaitingReview.Need.MEETING;
        String list = "/tasks/" + waiting.taskId() + "/review";
        String page = one
                ? list + "/members/" + waiting.memberId() + place
                : list + (waiting.need() == WaitingReview.Need.MEETING ? place : "");
        return new ToDo(
                kind,
                waiting.dueOn(),
                List.of(String.valueOf(waiting.members()), waiting.campaign()),
                page,
                waiting.since());
    }

    private ToDo record(WaitingRoutine waiting) {
        String kinds = waiting.kinds().stream().map(labels::of).collect(Collectors.joining("、"));
        return new ToDo(
                ToDoKind.RECORD_ROUTINE, waiting.heldOn(), List.of(kinds), "/routine/" + waiting.id() + "/held");
    }

    private static ToDo publication(PublicationQuery.Waiting waiting) {
        ToDoKind kind = switch (waiting.need()) {
            case CHECK -> ToDoKind.CHECK_PUBLICATION;
            case MEND -> ToDoKind.MEND_PUBLICATION;
            case APPROVE -> ToDoKind.APPROVE_PUBLICATION;
            case PUBLISH -> ToDoKind.PUBLISH;
            case END -> ToDoKind.END_PUBLICATION;
        };
        return new ToDo(
                kind,
                waiting.need() == PublicationQuery.Need.END ? waiting.until() : null,
                List.of(waiting.title()),
                "/publications/" + waiting.id());
    }

    private static ToDo unread(UnreadNotice notice) {
        return new ToDo(
                ToDoKind.READ_NOTICE,
                null,
                List.of(notice.campaign(), String.valueOf(notice.parts())),
                "/campaigns/" + notice.campaignId() + "/notice");
    }

    private static ToDo questions(NoticeQuestions.Waiting waiting) {
        return new ToDo(
                ToDoKind.ANSWER,
                null,
                List.of(waiting.campaign(), String.valueOf(waiting.questions())),
                "/campaigns/" + waiting.campaignId() + "/notice#questions");
    }

    private static ToDo text(OutlineQuery.Due due) {
        return new ToDo(
                due.remark() ? ToDoKind.MEND_TEXT : ToDoKind.WRITE_TEXT,
                due.until(),
                List.of(due.campaign()),
                "/tasks/" + due.taskId() + "/texts/mine");
    }

    private static ToDo meeting(WaitingMeeting waiting) {
        ToDoKind kind = switch (waiting.need()) {
            case READ -> ToDoKind.READ_MEETING_NOTICE;
            case ASK -> ToDoKind.ASK_TO_MEET;
            case TELL -> ToDoKind.SEND_NOTICE;
            case MEND -> ToDoKind.MEND_MEETING;
            case LIST -> ToDoKind.CONFIRM_LIST;
            case LEAVES -> ToDoKind.ANSWER_LEAVE;
            case COME -> ToDoKind.COME_AFTER_ALL;
            case APPROVE -> ToDoKind.APPROVE_MEETING;
            case CONSENT -> ToDoKind.CONSENT_MEETING;
        };
        String page = switch (kind) {
            case CONFIRM_LIST -> "/expected";
            case ANSWER_LEAVE, COME_AFTER_ALL -> "/leave";
            default -> "/meeting";
        };
        return new ToDo(
                kind,
                waiting.dueOn(),
                List.of(waiting.branch(), waiting.campaign(), String.valueOf(waiting.number())),
                "/tasks/" + waiting.taskId() + page);
    }

    private static ToDo list(FindingQuery.MissingList missing) {
        ToDoKind kind = missing.drafts() == 0 ? ToDoKind.WRITE_LIST : ToDoKind.HAND_IN_LIST;
        return new ToDo(
                kind,
                missing.until(),
                List.of(missing.campaign(), String.valueOf(missing.drafts())),
                "/tasks/" + missing.taskId() + "/my-problems");
    }

    private static ToDo makeUp(StudyNeed need) {
        ToDoKind kind = need.state() == MakeUpState.OPEN ? ToDoKind.MAKE_UP : ToDoKind.CONFIRM_MAKE_UP;
        return new ToDo(kind, null, List.of(ToDo.quote(need.topics())), "/study/" + need.sessionId());
    }

    private static ToDo makeUp(MakeUpQuery.Need need) {
        boolean open = need.state() == MakeUpState.OPEN;
        return new ToDo(
                open ? ToDoKind.MAKE_UP_MEETING : ToDoKind.CONFIRM_MEETING,
                open ? need.dueOn() : null,
                List.of(need.campaign()),
                "/tasks/" + need.taskId() + "/make-ups");
    }

    private void addTalks(List<ToDo> all, BranchScope scope) {
        int toConfirm = talks.toConfirm(scope);
        if (toConfirm > 0) {
            all.add(new ToDo(ToDoKind.CONFIRM_TALKS, null, List.of(String.valueOf(toConfirm)), "/my-talks"));
        }
        if (scope.role() == Role.SECRETARY || scope.role() == Role.DEPUTY) {
            talks.missing(scope)
                    .forEach(missing -> all.add(new ToDo(
                            ToDoKind.TALKS,
                            missing.until(),
                            List.of(String.valueOf(missing.missing()), missing.campaign()),
                            "/tasks/" + missing.taskId() + "/talks")));
        }
    }

    private static ToDo own(WaitingItem item) {
        ToDoKind kind = switch (item.state()) {
            case CLAIMED -> ToDoKind.PLAN_OWN;
            case RETURNED -> ToDoKind.MEND;
            case REOPENED -> ToDoKind.REWORK;
            default -> item.handInOnly() ? ToDoKind.HAND_IN : ToDoKind.REPORT;
        };
        return new ToDo(
                kind,
                item.dueOn(),
                List.of(String.valueOf(item.number()), ToDo.quote(item.text()), item.branch()),
                "/ledger/" + item.id());
    }

    /** A single one is opened at once: one of a person stands on no list of his superior. */
    private static ToDo extension(WaitingExtension asked) {
        return new ToDo(
                ToDoKind.DECIDE_EXTENSION,
                asked.dueOn(),
                List.of(String.valueOf(asked.requests()), asked.campaign()),
                asked.requests() == 1
                        ? "/ledger/" + asked.item()
                        : "/ledger?campaign=" + asked.campaignId() + "&due=ASKED");
    }

    private static void addWork(List<ToDo> all, WaitingWork work) {
        add(all, ToDoKind.OVERDUE, work, work.overdue(), "step=OVERDUE");
        add(all, ToDoKind.REVIEW, work, work.toReview(), "status=SUBMITTED");
        add(all, ToDoKind.RETURNED, work, work.returned(), "status=RETURNED");
        add(all, ToDoKind.PLAN, work, work.toPlan(), "status=CLAIMED");
    }

    private static void add(List<ToDo> all, ToDoKind kind, WaitingWork work, long count, String filter) {
        if (count > 0) {
            boolean late = kind == ToDoKind.OVERDUE;
            String address = late ? "/overdue?" + filter : "/ledger?campaign=" + work.campaignId() + "&" + filter;
            LocalDate dueOn = late ? work.oldest() : null;
            all.add(new ToDo(kind, dueOn, List.of(String.valueOf(count), work.campaign()), address));
        }
    }

    private static ToDo digest(WaitingOpinions task) {
        return new ToDo(
                ToDoKind.DIGEST,
                null,
                List.of(String.valueOf(task.toMerge()), String.valueOf(task.toDecide()), task.campaign()),
                "/tasks/" + task.taskId() + (task.toMerge() > 0 ? "/opinions?waiting=true" : "/opinions/digest"));
    }

    private static ToDo draft(CampaignRow row) {
        return new ToDo(ToDoKind.ISSUE, null, List.of(row.title()), "/campaigns/" + row.id() + "/edit");
    }

    private static ToDo waiting(ImportBatch batch) {
        ToDoKind kind = batch.getVerdict() == ImportVerdict.READY ? ToDoKind.IMPORT : ToDoKind.IMPORT_CORRECT;
        return new ToDo(kind, null, List.of(batch.getFileName()), "/imports/" + batch.getId());
    }
}
