package org.orglife.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.publication.Candidate;
import org.orglife.publication.CheckPoint;
import org.orglife.publication.Pledges;
import org.orglife.publication.Promise;
import org.orglife.publication.ProposePublication;
import org.orglife.publication.PublicationDetails;
import org.orglife.publication.PublicationDrafts;
import org.orglife.publication.PublicationGate;
import org.orglife.publication.PublicationKind;
import org.orglife.publication.PublicationQuery;
import org.orglife.publication.Reach;
import org.orglife.publication.WritePledge;
import org.springframework.stereotype.Component;

/** What the sample branch shows: its measures hang on the wall, three have promised something, one of them still waits. */
@Component
@ConditionalOnDemonstration
class SamplePublication {

    private static final int SHOWN = 8;
    private static final int DAYS = 10;

    private final BranchTaskService tasks;
    private final PublicationDrafts drafts;
    private final PublicationGate gate;
    private final PublicationQuery publications;
    private final Pledges pledges;

    SamplePublication(
            BranchTaskService tasks,
            PublicationDrafts drafts,
            PublicationGate gate,
            PublicationQuery publications,
            Pledges pledges) {
        this.tasks = tasks;
        this.drafts = drafts;
        this.gate = gate;
        this.publications = publications;
        this.pledges = pledges;
    }

    void show(SampleCalendar calendar, SampleCampaign.SignIn actAs) {
        SignedInUser secretary = actAs.as(Demonstration.SECRETARY);
        BranchTask task = tasks.ofBranch(Objects.requireNonNull(secretary.unitId()), secretary.scope()).stream()
                .filter(each -> !selectable(each, secretary).isEmpty())
                .findFirst()
                .orElseThrow();
        promise(task, calendar.today(), actAs);
        measures(task, calendar.today(), actAs);
    }

    private Set<Long> selectable(BranchTask task, SignedInUser user) {
        return drafts.candidates(task, PublicationKind.MEASURES, user.scope()).stream()
                .filter(candidate -> candidate.isOpen() && !candidate.personal())
                .map(Candidate::id)
                .limit(SHOWN)
                .collect(Collectors.toSet());
    }

    private void promise(BranchTask task, LocalDate today, SampleCampaign.SignIn actAs) {
        long first = write(
                task,
                actAs.as(Demonstration.SECRETARY),
                "支部书记",
                new Promise("每月到门诊导诊台值班半天，当面听意见", today.plusMonths(6)),
                new Promise("病区意见一周内答复", null));
        long second =
                write(task, actAs.as(Demonstration.COMMITTEE), "组织委员", new Promise("带教 2 名年轻同志", today.plusMonths(3)));
        write(task, actAs.as(Demonstration.MEMBER), "主治医师", new Promise("每季度义诊 1 次", today.plusMonths(9)));
        SignedInUser organiser = actAs.as(Demonstration.COMMITTEE);
        pledges.review(first, organiser, organiser.scope());
        SignedInUser secretary = actAs.as(Demonstration.SECRETARY);
        pledges.review(second, secretary, secretary.scope());
    }

    private long write(BranchTask task, SignedInUser user, String post, Promise... promises) {
        return pledges.write(task.getId(), new WritePledge(null, post, List.of(promises)), user, user.scope());
    }

    private void measures(BranchTask task, LocalDate today, SampleCampaign.SignIn actAs) {
        SignedInUser organiser = actAs.as(Demonstration.COMMITTEE);
        PublicationDetails words = drafts.suggested(task, PublicationKind.MEASURES, organiser.scope());
        PublicationDetails shown = new PublicationDetails(
                Reach.UNIT,
                words.title(),
                words.intro(),
                "支部书记，内线 8231",
                words.signature(),
                today,
                today.plusDays(DAYS),
                false);
        Set<Long> chosen = selectable(task, organiser);
        long id = drafts.propose(
                task.getId(),
                new ProposePublication(PublicationKind.MEASURES, chosen, null, null, shown),
                organiser,
                organiser.scope());
        SignedInUser secretary = actAs.as(Demonstration.SECRETARY);
        gate.check(id, version(id, secretary), List.of(CheckPoint.values()), secretary, secretary.scope());
        gate.approve(id, version(id, secretary), null, null, secretary, secretary.scope());
        gate.publish(id, version(id, secretary), secretary, secretary.scope());
    }

    private long version(long id, SignedInUser user) {
        return publications.get(id, user.scope()).getVersion();
    }
}
