package org.orglife.records;

import static org.orglife.BranchesAtWork.memberOf;

import java.util.List;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.sealing.Sealer;
import org.orglife.talk.RecordTalk;
import org.orglife.talk.Talk;
import org.orglife.talk.TalkMedium;
import org.orglife.talk.TalkService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows about members of a branch that was at a meeting, in every table that keeps any, marked with whom they are about. */
class PlantedRows {

    private final Branch branch;
    private final BranchesAtWork branches;
    private final TalkService talks;
    private final Pages pages;
    private final Sealer sealer;
    private final JdbcClient jdbc;
    private final long meeting;

    PlantedRows(
            Branch branch, BranchesAtWork branches, TalkService talks, Pages pages, Sealer sealer, JdbcClient jdbc) {
        this.branch = branch;
        this.branches = branches;
        this.talks = talks;
        this.pages = pages;
        this.sealer = sealer;
        this.jdbc = jdbc;
        this.meeting = row("org_life_meeting", "number, form, task_id", "1, 'GENERAL_MEETING', :task");
        jdbc.sql("""
                        insert into held_meeting (id, branch_id, task_id, phase, held_on, started_at, ended_at, place, chair_id, recorder_id,
                          committee_size, live_key, recorded_on)
                        values (:id, :branch, :task, 'RECORD_OPEN', '2023-10-18', now(), now(), '会场', :secretary, :secretary, 4, :key, '2023-10-18')
                        """)
                .param("id", meeting)
                .param("branch", branch.unit().getId())
                .param("task", branch.task())
                .param("secretary", memberOf(branch.secretary()))
                .param("key", "key" + meeting)
                .update();
    }

    long row(String table, String columns, String values, Object... parameters) {
        var statement = jdbc.sql(
                        "insert into %1$s (id, branch_id, %2$s) values (nextval('%1$s_seq'), :branch, %3$s) returning id"
                                .formatted(table, columns, values))
                .param("branch", branch.unit().getId())
                .param("task", branch.task());
        for (int at = 0; at < parameters.length; at += 2) {
            statement = statement.param((String) parameters[at], parameters[at + 1]);
        }
        return statement.query(Long.class).single();
    }

    /** A row about somebody in each table that keeps any, each marked with whom it is about. */
    void about(SignedInUser who, String mark) {
        long me = memberOf(who);
        long session = row(
                "study_session",
                "task_id, mode, held_on, topics, recorded_on",
                ":task, 'COLLECTIVE', '2023-10-10', :text, '2023-10-10'",
                "text",
                mark + "学习");
        row("study_attendance", "session_id, member_id, present", ":session, :me, true", "session", session, "me", me);
        People.actAs(branch.organiser());
        talks.record(
                new RecordTalk(
                        branch.task(),
                        memberOf(branch.organiser()),
                        List.of(me),
                        new Talk.Facts(TestClock.TODAY, TalkMedium.FACE, null),
                        mark + "谈话"),
                branch.organiser().scope());
        row(
                "opinion",
                "task_id, number, text, about, channel, target_group, giver_id, anonymous, recorded_on",
                ":task, :number, :text, 'WORK', 'PHONE', 'MEMBER', :me, false, '2023-10-12'",
                "number",
                me,
                "text",
                mark + "意见",
                "me",
                me);
        long item = branches.raise(who, branch.task(), false, mark + "问题", who);
        jdbc.sql("update measure set text = :text where item_id = :item")
                .param("text", mark + "措施")
                .param("item", item)
                .update();
        Pages.redirect(pages.post(
                who,
                "/tasks/" + branch.task() + "/my-problems",
                "aspectId",
                String.valueOf(branches.aspect(branch.task(), false, who)),
                "text",
                mark + "草稿"));
        row(
                "meeting_decision",
                "meeting_id, position, text, owner_id",
                ":meeting, 1, :text, :me",
                "meeting",
                meeting,
                "text",
                mark + "决议",
                "me",
                me);
        row(
                "leave_request",
                "meeting_id, member_id, reason, remark_sealed, state, asked_at, asked_by",
                ":meeting, :me, 'DUTY', :remark, 'OPEN', now(), '本人'",
                "meeting",
                meeting,
                "me",
                me,
                "remark",
                sealer.seal(mark + "假条", "leave.remark"));
        criticise(me, mark);
        long pledge = row(
                "pledge",
                "task_id, member_id, name, post, state, written_by",
                ":task, :me, '姓名', '医师', 'WRITTEN', :account",
                "me",
                me,
                "account",
                who.accountId());
        jdbc.sql("insert into pledge_promise (pledge_id, branch_id, position, text) values (:pledge, "
                        + ":branch, 0, :text)")
                .param("pledge", pledge)
                .param("branch", branch.unit().getId())
                .param("text", mark + "承诺")
                .update();
        long scheme = row(
                "points_scheme",
                "year, base, period, announced_on",
                ":year, 0, 'YEAR', '2023-01-01'",
                "year",
                2000 + me % 100);
        long points = jdbc.sql("insert into points_item (id, scheme_id, branch_id, position, name, points) values "
                        + "(nextval('points_item_seq'), :scheme, :branch, 1, :name, 3) returning id")
                .param("scheme", scheme)
                .param("branch", branch.unit().getId())
                .param("name", mark + "积分")
                .query(Long.class)
                .single();
        row(
                "points_entry",
                "scheme_id, item_id, member_id, points, on_day, registrar_id, registrar_name, recorded_at",
                ":scheme, :item, :me, 3, '2023-10-10', :registrar, '登记人', now()",
                "scheme",
                scheme,
                "item",
                points,
                "me",
                me,
                "registrar",
                memberOf(branch.organiser()));
        row(
                "overdue_action",
                "item_id, kind, held_on, text, actor_name, at",
                ":item, 'REMINDER_TALK', '2023-10-11', :text, '书记', now()",
                "item",
                item,
                "text",
                mark + "督办");
        long routine = row(
                "routine_meeting",
                "kinds, state, held_on, topics, recorded_on",
                "array['THEME_DAY'], 'HELD', '2023-10-16', :text, '2023-10-16'",
                "text",
                mark + "主题");
        row(
                "routine_attendance",
                "meeting_id, member_id, capacity, votes, care, present",
                ":meeting, :me, 'MEMBER', true, false, true",
                "meeting",
                routine,
                "me",
                me);
        publish(item, who, mark);
        evidence(item, who, mark);
        review(me, mark);
    }

    private void criticise(long me, String mark) {
        long round = row(
                "agenda_item",
                "meeting_id, position, type, title, must, state",
                ":meeting, :position, 'CRITICISM_ROUND', '批评', true, 'DONE'",
                "meeting",
                meeting,
                "position",
                (int) me);
        long turn = row(
                "turn",
                "item_id, position, member_id, name, stage, self_criticism_sealed, response_sealed",
                ":round, 1, :me, '姓名', 'DONE', :self, :response",
                "round",
                round,
                "me",
                me,
                "self",
                sealer.seal(mark + "自评", "turn.self-criticism"),
                "response",
                sealer.seal(mark + "表态", "turn.response"));
        row(
                "criticism",
                "turn_id, critic_id, gist_sealed",
                ":turn, :critic, :gist",
                "turn",
                turn,
                "critic",
                memberOf(branch.publicity()),
                "gist",
                sealer.seal(mark + "批评", "criticism.gist"));
        long sitting = row(
                "sitting",
                "meeting_id, number, held_on, begun_at, ended_at, code",
                ":meeting, :number, '2023-10-18', now(), now(), :code",
                "meeting",
                meeting,
                "number",
                (int) me,
                "code",
                "code" + me);
        row(
                "attendance",
                "sitting_id, member_id, name, capacity, kind, votes, care, status, signed_how",
                ":sitting, :me, '姓名', 'MEMBER', 'FULL', true, false, 'PRESENT', 'LIST'",
                "sitting",
                sitting,
                "me",
                me);
    }

    private void publish(long item, SignedInUser who, String mark) {
        long publication = row(
                "publication",
                "task_id, kind, state, reach, title, intro, contact, signature, from_on, until_on, "
                        + "on_page, content, personal, personal_reason, proposed_by, proposed_by_name, "
                        + "proposed_at, checked_by, checked_by_name, checked_at, approved_by, approved_by_name, "
                        + "approved_at, published_by, published_by_name, published_at",
                ":task, 'MEASURES', 'PUBLISHED', 'UNIT', :title, '请监督', '电话', '支部', '2023-10-10', "
                        + "'2023-10-15', false, '{}', true, '本人同意', :one, '甲', now(), :two, '乙', now(), :two, "
                        + "'乙', now(), :two, '乙', now()",
                "title",
                mark + "公示",
                "one",
                branch.organiser().accountId(),
                "two",
                branch.secretary().accountId());
        jdbc.sql("insert into publication_item (publication_id, branch_id, problem_id) values "
                        + "(:publication, :branch, :item)")
                .param("publication", publication)
                .param("branch", branch.unit().getId())
                .param("item", item)
                .update();
        jdbc.sql("insert into publication_consent (problem_id, branch_id, member_id, given_at) values "
                        + "(:item, :branch, :me, now())")
                .param("item", item)
                .param("branch", branch.unit().getId())
                .param("me", memberOf(who))
                .update();
    }

    private void evidence(long item, SignedInUser who, String mark) {
        long file = jdbc.sql("""
                        insert into stored_file (id, owner_id, stored_name, original_name, at, size, sha256)
                        values (nextval('stored_file_seq'), :account, replace(gen_random_uuid()::text, '-', ''), '材料', now(), 1,
                          decode(repeat('00', 32), 'hex'))
                        returning id
                        """)
                .param("account", who.accountId())
                .query(Long.class)
                .single();
        row(
                "evidence",
                "item_id, entry_id, file_id, name, kind, size, sha256, uploaded_on, account_id, uploaded_by",
                ":item, (select min(id) from item_entry where item_id = :item), :file, :name, 'PDF', "
                        + "1, decode(repeat('00', 32), 'hex'), '2023-10-12', :account, '姓名'",
                "item",
                item,
                "file",
                file,
                "name",
                mark + "材料.pdf",
                "account",
                who.accountId());
    }

    /** Decided on, and not told yet. */
    private void review(long me, String mark) {
        long decided = row(
                "review_meeting",
                "task_id, body, held_on, expected, present",
                ":task, 'COMMITTEE', '2023-10-12', 1, 1");
        row(
                "member_review",
                "task_id, member_id, kind, participation, balloted, everyday, study, grade, opinion, meeting_id",
                ":task, :me, 'FULL', 'GRADED', true, :everyday, '学习', 'UNQUALIFIED', :opinion, :meeting",
                "me",
                me,
                "everyday",
                mark + "平时",
                "opinion",
                mark + "评语",
                "meeting",
                decided);
    }

    /** A counted box with him on its list. */
    void ballot(long me) {
        String box = jdbc.sql("""
                        insert into ballot_box (meeting_id, mode, created_by, scrutineer_id, teller_id, scrutineer, teller, eligible, present, subjects)
                        values (:meeting, 'PAPER', :one, :two, :one, '监票标记', '计票标记', 99999, 99999, 1) returning id::text
                        """)
                .param("meeting", meeting)
                .param("one", branch.organiser().accountId())
                .param("two", branch.publicity().accountId())
                .query(String.class)
                .single();
        jdbc.sql("insert into ballot_subject (box_id, pos, kind, member_id, name) values (cast(:box as "
                        + "uuid), 1, 'M', :me, '票面标记')")
                .param("box", box)
                .param("me", me)
                .update();
        for (String state : List.of("OPEN", "CLOSED")) {
            jdbc.sql("update ballot_box set state = :state where id = cast(:box as uuid)")
                    .param("state", state)
                    .param("box", box)
                    .update();
        }
        jdbc.sql("insert into ballot_tally (box_id, pos, grade, n) values (cast(:box as uuid), 1, 1, "
                        + "87654), (cast(:box as uuid), 1, 4, 43210)")
                .param("box", box)
                .update();
        jdbc.sql("update ballot_box set state = 'COUNTED' where id = cast(:box as uuid)")
                .param("box", box)
                .update();
    }
}
