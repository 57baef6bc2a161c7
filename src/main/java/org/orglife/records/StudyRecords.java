package org.orglife.records;

import org.orglife.shared.BranchScope;
import org.orglife.study.MakeUpState;
import org.orglife.study.MakeUpWay;
import org.orglife.study.StudyMode;
import org.springframework.stereotype.Component;

/** Sessions of study, and what he made up for. */
@Component
class StudyRecords implements RecordSource {

    private static final String SQL = """
            select a.id, s.held_on on_day, s.topics, s.mode, s.place, a.present, a.make_up, a.way, a.made_up_on, g.title campaign
            from study_attendance a join study_session s on s.id = a.session_id
            join branch_task t on t.id = s.task_id join campaign g on g.id = t.campaign_id
            where a.member_id = :me
            """;

    private final OwnRows own;

    StudyRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.STUDY,
                SQL,
                scope,
                line -> line.fact("campaign", "campaign")
                        .fact("mode", "mode", StudyMode.class)
                        .fact("place", "place")
                        .put("there", line.words(line.is("present") ? "records.there" : "records.notThere"))
                        .fact("makeUp", "make_up", MakeUpState.class)
                        .fact("way", "way", MakeUpWay.class)
                        .day("madeUpOn", "made_up_on")
                        .under("topics"));
    }
}
