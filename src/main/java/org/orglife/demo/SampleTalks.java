package org.orglife.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Roster;
import org.orglife.talk.RecordTalk;
import org.orglife.talk.Talk;
import org.orglife.talk.TalkMedium;
import org.orglife.talk.TalkService;
import org.springframework.stereotype.Component;

/** Talks of the running campaign, as far as a branch has come that is half prepared. */
@Component
@ConditionalOnDemonstration
class SampleTalks {

    private static final List<TalkMedium> MEDIA =
            List.of(TalkMedium.FACE, TalkMedium.FACE, TalkMedium.PHONE, TalkMedium.FACE, TalkMedium.WECHAT);

    private final BranchTaskService tasks;
    private final Roster roster;
    private final TalkService talks;

    SampleTalks(BranchTaskService tasks, Roster roster, TalkService talks) {
        this.tasks = tasks;
        this.roster = roster;
        this.talks = talks;
    }

    /**
     * The secretary has talked with the committee, each of them with some members, some members with each other; about
     * every third member still waits.
     *
     * @param secretary of the branch, acting
     */
    void record(SampleCalendar calendar, SignedInUser secretary) {
        Long branch = secretary.unitId();
        if (branch == null || secretary.memberId() == null) {
            throw new IllegalStateException("The sample branch has no secretary");
        }
        BranchTask task = tasks.ofBranch(branch, secretary.scope()).stream()
                .filter(each -> each.getCampaign().getState().isRunning()
                        && !each.getCampaign().isBackfilled())
                .findFirst()
                .orElseThrow();
        Map<Long, PositionKind> seats = roster.committeeOf(branch, calendar.today());
        List<Long> committee = new ArrayList<>();
        List<Long> members = new ArrayList<>();
        roster.membersOf(branch, calendar.today(), secretary.scope())
                .forEach(person -> (seats.containsKey(person.id()) ? committee : members).add(person.id()));
        committee.remove(secretary.memberId());
        committee.add(0, secretary.memberId());
        int day = 6;
        for (Long other : committee.subList(1, committee.size())) {
            talk(task, committee.get(0), other, calendar.today().minusDays(day), TalkMedium.FACE, secretary);
        }
        for (int at = 0; at < members.size(); at++) {
            if (at % 3 != 2) {
                Long from = committee.get(at % committee.size());
                LocalDate on = calendar.today().minusDays(1 + at % day);
                talk(task, from, members.get(at), on, MEDIA.get(at % MEDIA.size()), secretary);
            }
        }
        for (int at = 0; at + 1 < members.size(); at += 3) {
            talk(task, members.get(at), members.get(at + 1), calendar.today().minusDays(2), TalkMedium.FACE, secretary);
        }
    }

    private void talk(BranchTask task, long from, long with, LocalDate on, TalkMedium medium, SignedInUser by) {
        talks.record(
                new RecordTalk(task.getId(), from, List.of(with), new Talk.Facts(on, medium, null), null), by.scope());
    }
}
