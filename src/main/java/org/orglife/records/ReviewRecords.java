package org.orglife.records;

import java.sql.SQLException;
import org.orglife.review.FeedbackWay;
import org.orglife.review.Grade;
import org.orglife.review.Participation;
import org.orglife.review.RecheckOutcome;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** Reviews. Of a grade nothing is read before he was told (domain 7.6), of a disposition nothing at all. */
@Component
class ReviewRecords implements RecordSource {

    private static final String SQL = """
            select r.id, d.fed_back_on on_day, g.title campaign, r.participation, r.participation_reason, r.elsewhere_at,
              coalesce(d.grade, r.elsewhere_grade) grade, d.everyday, d.study, d.opinion, d.feedback_way, b.name told_by,
              d.acknowledged_at, d.statement, d.recheck_on, d.recheck_outcome, null improvement, null helper, cast(null as date) done_on,
              false earlier
            from member_review r join branch_task t on t.id = r.task_id join campaign g on g.id = t.campaign_id
            left join member_review d on d.id = r.id and d.fed_back_on is not null
            left join member b on b.id = d.fed_back_by
            where r.member_id = :me
            union all
            select r.id, e.fed_back_on, g.title, null, null, null, e.grade, null, null, e.opinion, e.feedback_way, b.name,
              e.acknowledged_at, e.statement, e.recheck_on, e.recheck_outcome, null, null, null, true
            from earlier_decision e join member_review r on r.id = e.review_id
            join branch_task t on t.id = r.task_id join campaign g on g.id = t.campaign_id
            left join member b on b.id = e.fed_back_by
            where r.member_id = :me and e.fed_back_on is not null
            union all
            select r.id, r.fed_back_on, g.title, null, null, null, null, null, null, null, null, null, null, null, null, null,
              i.text, h.name, i.done_on, false
            from review_improvement i join member_review r on r.id = i.review_id join member h on h.id = i.helper_id
            join branch_task t on t.id = r.task_id join campaign g on g.id = t.campaign_id
            where r.member_id = :me and r.fed_back_on is not null
            """;

    private final OwnRows own;

    ReviewRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(RecordSection.REVIEWS, SQL, scope, ReviewRecords::row);
    }

    private static RecordRow row(RecordLine line) throws SQLException {
        return line.said("note", "earlier", "records.earlier")
                .fact("participation", "participation", Participation.class)
                .fact("participationReason", "participation_reason")
                .fact("elsewhere", "elsewhere_at")
                .fact("grade", "grade", Grade.class)
                .fact("opinion", "opinion")
                .fact("everyday", "everyday")
                .fact("study", "study")
                .fact("feedback", "feedback_way", FeedbackWay.class)
                .fact("toldBy", "told_by")
                .moment("acknowledged", "acknowledged_at")
                .fact("statement", "statement")
                .fact("improvement", "improvement")
                .fact("helper", "helper")
                .day("doneOn", "done_on")
                .day("recheckOn", "recheck_on")
                .fact("recheck", "recheck_outcome", RecheckOutcome.class)
                .under("campaign");
    }
}
