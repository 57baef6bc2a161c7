package org.orglife.rectification;

import java.util.List;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Member;
import org.orglife.problem.Problem;
import org.orglife.problem.ProblemDraft;
import org.orglife.problem.ProblemDrafts;
import org.orglife.rectification.ItemEntry.Kind;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 个人问题清单: handing one's points in, which opens the ledger on them, and taking them back before the meeting. */
@Service
@Transactional
public class OwnLists {

    private final BranchTaskService tasks;
    private final ProblemDrafts drafts;
    private final RectificationItemRepository items;
    private final ItemEntryRepository entries;
    private final ItemHistory history;
    private final JdbcClient jdbc;

    OwnLists(
            BranchTaskService tasks,
            ProblemDrafts drafts,
            RectificationItemRepository items,
            ItemEntryRepository entries,
            ItemHistory history,
            JdbcClient jdbc) {
        this.tasks = tasks;
        this.drafts = drafts;
        this.items = items;
        this.entries = entries;
        this.history = history;
        this.jdbc = jdbc;
    }

    /** The list of a member in a task that was read within the scope. */
    @Transactional(readOnly = true)
    public OwnList of(BranchTask task, long memberId, BranchScope scope) {
        Member member = drafts.author(task, memberId, scope);
        boolean own = scope.isOwn(memberId);
        List<ProblemDraft> open = drafts.of(task.getId(), memberId, scope);
        List<OwnList.HandedIn> handedIn = handedIn(task, memberId);
        boolean mayTakeBack = own
                && task.getState().isBeforeMeeting()
                && handedIn.stream().anyMatch(each -> each.state() == ItemState.CLAIMED);
        return new OwnList(
                memberId, member.getName(), own, open, own ? handedIn : List.of(), handedIn.size(), mayTakeBack);
    }

    private List<OwnList.HandedIn> handedIn(BranchTask task, long memberId) {
        return jdbc.sql("""
                        select p.id, p.number, a.title aspect, p.text, i.state, p.recorder_name,
                          (select count(*) from measure m where m.item_id = p.id) measures
                        from problem p join rectification_item i on i.id = p.id join aspect a on a.id = p.aspect_id
                        where p.task_id = :task and p.subject_member_id = :member and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')
                        order by p.number
                        """)
                .param("task", task.getId())
                .param("member", memberId)
                .query(OwnList.HandedIn.class)
                .list();
    }

    /**
     * 提交: all points at once. A helper hands in what he took down, in the presence of the member.
     *
     * @return how many there were
     */
    public int handIn(long taskId, long memberId, Actor actor, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        List<Problem> problems = drafts.handIn(task, memberId, scope);
        for (Problem problem : problems) {
            history.note(items.save(new RectificationItem(problem)), Kind.CLAIMED, null, null, actor);
        }
        return problems.size();
    }

    /**
     * 收回: one's own points on which no measure is planned yet are drafts again.
     *
     * @return how many there were
     * @throws RuleViolationException {@code problem.draft.met} once the meeting has begun, {@code
     *     problem.draft.nothing-back} if there is none
     */
    public int takeBack(long taskId, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        if (scope.memberId() == null) {
            throw new RuleViolationException("problem.no-member");
        }
        if (!task.getState().isBeforeMeeting()) {
            throw new RuleViolationException("problem.draft.met");
        }
        List<RectificationItem> back = items.ofTasks(List.of(taskId)).stream()
                .filter(item -> item.getProblem().getSubjectMember() != null
                        && scope.isOwn(item.getProblem().getSubjectMember().getId()))
                .filter(item -> item.getState() == ItemState.CLAIMED)
                .filter(item -> item.getProblem().getSourceNumber() == null)
                .toList();
        if (back.isEmpty()) {
            throw new RuleViolationException("problem.draft.nothing-back");
        }
        Member member = drafts.author(task, scope.memberId(), scope);
        for (RectificationItem item : back) {
            entries.deleteOf(item.getId());
            items.delete(item);
            drafts.takeBack(item.getProblem(), member);
        }
        return back.size();
    }
}
