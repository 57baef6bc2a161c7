package org.orglife.talk;

import org.orglife.shared.LateEntry;

/**
 * How far the talks of a branch reach (BR-62). Counted over the confirmed list of those expected at the meeting, before
 * it is confirmed over those enrolled and expected today, by the seats of the committee that are filled today; a talk
 * counts by what the other one was on its day.
 *
 * @param talks number of talks (M11b)
 * @param persons persons talked with, one for each talk he was talked with in (M11)
 * @param groups talks with more than one
 * @param late talks entered more than 7 days after they took place
 * @param pairs pairs of committee members
 * @param pairsDone of them, those who have talked with each other: (a)
 * @param members expected members without a seat on the committee
 * @param membersDone of them, those with whom somebody of the committee has talked, or the secretary himself where the
 *     campaign says so: (b)
 * @param peers members of whom a talk with another one is expected: none where there is only one
 * @param peersDone of them, those who have talked with another member: (c), asked for but not demanded
 */
public record TalkCoverage(
        int talks,
        int persons,
        int groups,
        int late,
        int pairs,
        int pairsDone,
        int members,
        int membersDone,
        int peers,
        int peersDone) {

    /**
     * The same as columns of a lateral join beside {@code branch_task t}: {@code talks, talk_persons, talk_groups,
     * late_talks, talk_pairs, talk_pairs_done, talk_members, talk_members_done, talk_peers_done}. One wording for the
     * figures that are kept, the steps and the page.
     */
    public static final String COLUMNS = """
            (with held as (
              select k.id, k.partners, k.held_on, k.recorded_on from talk k
              where k.task_id = t.id and k.withdrawn_at is null
            ), met as (
              select c.member_id one, p.member_id other, p.capacity other_was
              from held k
              join talk_participant c on c.talk_id = k.id and c.convener
              join talk_participant p on p.talk_id = k.id and not p.convener
              union all
              select p.member_id, c.member_id, c.capacity
              from held k
              join talk_participant c on c.talk_id = k.id and c.convener
              join talk_participant p on p.talk_id = k.id and not p.convener
            ), expected as (
              select w.member_id, exists (select 1 from position p where p.unit_id = t.branch_id
                and p.member_id = w.member_id and p.until_on is null and not p.assistant and p.kind <> 'GROUP_LEADER') seated
              from task_expected w where w.task_id = t.id
            ), spoken as (
              select e.member_id, e.seated, count(distinct m.other) filter (where o.seated) colleagues,
                coalesce(bool_or(m.other_was = 'SECRETARY' or m.other_was = 'COMMITTEE' and (select g.talked_by from campaign g
                  where g.id = t.campaign_id) = 'COMMITTEE'), false) with_committee,
                coalesce(bool_or(m.other_was = 'MEMBER'), false) with_member
              from expected e
              left join met m on m.one = e.member_id
              left join expected o on o.member_id = m.other
              group by e.member_id, e.seated
            )
            select h.talks, h.talk_persons, h.talk_groups, h.late_talks, x.* from
              (select count(*) talks, coalesce(sum(partners), 0) talk_persons, count(*) filter (where partners > 1) talk_groups,
                count(*) filter (where (""" + LateEntry.condition("held_on", "recorded_on") + """
            )) late_talks from held) h,
              (select count(*) filter (where seated) * (count(*) filter (where seated) - 1) / 2 talk_pairs,
                coalesce(sum(colleagues) filter (where seated), 0) / 2 talk_pairs_done,
                count(*) filter (where not seated) talk_members,
                count(*) filter (where not seated and with_committee) talk_members_done,
                count(*) filter (where not seated and with_member) talk_peers_done from spoken) x)
            """;

    /** What is demanded: (a) and (b) together. */
    public int due() {
        return pairs + members;
    }

    /** What of it is done. */
    public int done() {
        return pairsDone + membersDone;
    }

    public boolean isComplete() {
        return due() > 0 && done() >= due();
    }

    public int percent() {
        return percent(done(), due());
    }

    public int pairsPercent() {
        return percent(pairsDone, pairs);
    }

    public int membersPercent() {
        return percent(membersDone, members);
    }

    public int peersPercent() {
        return percent(peersDone, peers);
    }

    private static int percent(int done, int due) {
        return due == 0 ? 0 : done * 100 / due;
    }
}
