package org.orglife.survey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTaskService;
import org.orglife.rectification.Approval.Verdict;
import org.orglife.rectification.ItemReview;
import org.orglife.sealing.Sealer;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes surveys: in one transaction all sheets are opened, counted line by line, their words shuffled, and the sheets and
 * their key destroyed. No two answers of one sheet stay together.
 */
@Service
@Transactional
public class SurveyClosing {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SurveyQuery query;
    private final SurveyItems items;
    private final ItemReview review;
    private final BranchTaskService tasks;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final Labels labels;
    private final JdbcClient jdbc;
    private final Clock clock;

    SurveyClosing(
            SurveyQuery query,
            SurveyItems items,
            ItemReview review,
            BranchTaskService tasks,
            Sealer sealer,
            AuditTrail audit,
            Labels labels,
            JdbcClient jdbc,
            Clock clock) {
        this.query = query;
        this.items = items;
        this.review = review;
        this.tasks = tasks;
        this.sealer = sealer;
        this.audit = audit;
        this.labels = labels;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Closes a survey. Items with which people are not satisfied go back to their owners; those with which they are can be
     * struck off by whoever closes them; where fewer than five have answered nothing is decided.
     *
     * @throws RuleViolationException {@code survey.secretary-only}, {@code survey.state} unless it is open
     */
    public SatisfactionSurvey close(long id, Actor actor, BranchScope scope) {
        SurveyAccess.mustLead(scope);
        SatisfactionSurvey survey = query.get(id, scope);
        tasks.workOn(survey.getTaskId(), scope);
        survey.require(SurveyState.OPEN);
        List<SurveySheet> sheets = takeOut(survey);
        for (SurveyLine line : survey.getLines()) {
            List<Integer> digits = sheets.stream()
                    .map(sheet -> sheet.digits().get(line.getPosition() - 1))
                    .toList();
            line.count(SatisfactionCount.of(digits), survey.getThreshold());
        }
        if (sheets.size() >= SatisfactionCount.LEAST) {
            writeRemarks(survey, sheets);
        }
        survey.close(sheets.size(), LocalDate.now(clock));
        giveBack(survey, actor, scope);
        items.release(survey);
        audit.record(SurveyAction.SURVEY_CLOSED, Surveys.TYPE, id, null);
        return survey;
    }

    /** Waits for those who are just answering; whoever comes later finds it closed. */
    private List<SurveySheet> takeOut(SatisfactionSurvey survey) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:survey, 0))::text")
                .param("survey", survey.getAddress().toString())
                .query(String.class)
                .single();
        List<byte[]> sealed = jdbc.sql("select sealed from survey_answer where survey_id = :id")
                .param("id", survey.getId())
                .query((row, number) -> row.getBytes(1))
                .list();
        Sealer own = sealer.withKey(
                Objects.requireNonNull(survey.getWrappedKey()), SurveySheet.keyField(survey.getAddress()));
        List<SurveySheet> sheets = sealed.stream()
                .map(sheet -> SurveySheet.open(own, survey.getAddress(), sheet))
                .toList();
        jdbc.sql("delete from survey_answer where survey_id = :id")
                .param("id", survey.getId())
                .update();
        return sheets;
    }

    private void writeRemarks(SatisfactionSurvey survey, List<SurveySheet> sheets) {
        List<String> remarks = new ArrayList<>(sheets.stream()
                .flatMap(sheet -> Stream.ofNullable(sheet.remark()))
                .toList());
        Collections.shuffle(remarks, RANDOM);
        for (String words : remarks) {
            jdbc.sql("insert into survey_remark (survey_id, words) values (:survey, :words)")
                    .param("survey", survey.getId())
                    .param("words", words)
                    .update();
        }
    }

    private void giveBack(SatisfactionSurvey survey, Actor actor, BranchScope scope) {
        for (SurveyLine line : survey.getLines()) {
            SatisfactionCount count = line.getCount();
            Integer rate = count == null ? null : count.permille();
            if (line.getVerdict() == Verdict.REFUSED && rate != null) {
                String reason = labels.text(
                        "survey.returned",
                        SatisfactionCount.written(rate),
                        String.valueOf(survey.getThreshold()),
                        String.valueOf(survey.getNumber()));
                items.stillWaiting(line).forEach(item -> review.returnAfterSurvey(item, reason, actor, scope));
            }
        }
    }
}
