package org.orglife.home;

import java.time.LocalDate;
import java.util.List;
import org.orglife.rectification.Completion;
import org.orglife.rectification.WaitingExtension;
import org.orglife.rectification.WaitingExtensions;
import org.orglife.rectification.WaitingItem;
import org.orglife.rectification.WaitingItems;
import org.orglife.rectification.WaitingWork;
import org.orglife.reminder.OverdueBoard;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** The ledger: own items, items of others, later dates asked for, what is late. */
@Component
class RectificationToDos implements ToDoSource {

    private final WaitingItems items;
    private final WaitingExtensions extensions;
    private final Completion completion;
    private final OverdueBoard overdue;
    private final SurveyToDos surveys;

    RectificationToDos(
            WaitingItems items,
            WaitingExtensions extensions,
            Completion completion,
            OverdueBoard overdue,
            SurveyToDos surveys) {
        this.completion = completion;
        this.items = items;
        this.extensions = extensions;
        this.overdue = overdue;
        this.surveys = surveys;
    }

    @Override
    public void add(List<ToDo> all, Actor actor, BranchScope scope) {
        items.own(scope).forEach(item -> all.add(own(item)));
        List<WaitingWork> works = items.work(scope);
        works.forEach(work -> addWork(all, work));
        if (works.stream().anyMatch(work -> work.toAsk() > 0)) {
            surveys.add(all, scope);
        }
        extensions.of(scope).forEach(asked -> all.add(extension(asked)));
        completion
                .waiting(scope)
                .forEach(waiting -> all.add(new ToDo(
                        ToDoKind.CONFIRM_COMPLETION,
                        null,
                        List.of(String.valueOf(waiting.branches()), waiting.campaign()),
                        "/campaigns/" + waiting.campaignId() + "/completion")));
        long late = overdue.atSuperior(scope);
        if (late > 0) {
            all.add(new ToDo(ToDoKind.OVERDUE_IN_BRANCHES, null, List.of(String.valueOf(late)), "/overdue"));
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
        if (work.toDecideItem() != null && work.toDecideBy() != null) {
            all.add(extension(new WaitingExtension(
                    work.campaignId(), work.campaign(), work.toDecide(), work.toDecideItem(), work.toDecideBy())));
        }
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
}
