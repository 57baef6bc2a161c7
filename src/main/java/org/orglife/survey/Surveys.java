package org.orglife.survey;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.opinion.TargetGroup;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares and opens surveys and makes the codes for them. Only secretary and deputy do. */
@Service
@Transactional
public class Surveys {

    /** Most codes made at once. */
    public static final int MOST_CODES = 200;

    /** Most codes of one survey. */
    static final int MOST_IN_ALL = 1000;

    static final String TYPE = "SatisfactionSurvey";

    private static final int USUAL_DAYS = 7;

    private final SurveyRepository surveys;
    private final SurveyQuery query;
    private final SurveyItems items;
    private final BranchTaskService tasks;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final Labels labels;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    Surveys(
            SurveyRepository surveys,
            SurveyQuery query,
            SurveyItems items,
            BranchTaskService tasks,
            Sealer sealer,
            AuditTrail audit,
            Labels labels,
            EntityManager entities,
            JdbcClient jdbc,
            Clock clock) {
        this.surveys = surveys;
        this.query = query;
        this.items = items;
        this.tasks = tasks;
        this.sealer = sealer;
        this.audit = audit;
        this.labels = labels;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Prepares a survey of single items, in the words of their problems; somebody's own goes by his name.
     *
     * @throws RuleViolationException {@code survey.secretary-only}, {@code survey.nothing-chosen}, {@code survey.too-many},
     *     {@code survey.not-askable} if one can not, or not now, be asked about
     */
    public SatisfactionSurvey prepare(long taskId, Collection<Long> itemIds, BranchScope scope) {
        SurveyAccess.mustLead(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        Map<Long, Candidate> candidates =
                query.candidates(task).stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        if (!candidates.keySet().containsAll(itemIds)) {
            throw new RuleViolationException("survey.not-askable");
        }
        List<SurveyLine.Asked> asked = candidates.values().stream()
                .filter(candidate -> itemIds.contains(candidate.id()))
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .map(this::asked)
                .toList();
        return save(task, asked, scope);
    }

    private SurveyLine.Asked asked(Candidate candidate) {
        return candidate.member() == null
                ? new SurveyLine.Asked(candidate.id(), false, candidate.text())
                : new SurveyLine.Asked(
                        candidate.id(),
                        true,
                        labels.text("survey.words.personal", candidate.member(), candidate.number()));
    }

    /** Prepares a survey of the rectification as a whole. */
    public SatisfactionSurvey prepareWhole(long taskId, BranchScope scope) {
        SurveyAccess.mustLead(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        String words = labels.text("survey.words.whole", task.getBranch().getName());
        return save(task, List.of(new SurveyLine.Asked(null, false, words)), scope);
    }

    private SatisfactionSurvey save(BranchTask task, List<SurveyLine.Asked> asked, BranchScope scope) {
        boolean personal = asked.stream().anyMatch(SurveyLine.Asked::personal);
        SurveyTerms usual = new SurveyTerms(
                personal ? TargetGroup.MEMBER : TargetGroup.OUTSIDER,
                SatisfactionScale.THREE,
                LocalDate.now(clock).plusDays(USUAL_DAYS),
                true);
        SatisfactionSurvey survey = surveys.save(
                new SatisfactionSurvey(task, surveys.lastNumber(task.getId()) + 1, asked, usual, scope.accountId()));
        note(SurveyAction.SURVEY_PREPARED, survey);
        return survey;
    }

    /**
     * Changes a survey that is prepared.
     *
     * @param words one of each line, in their order, 1 to 500 characters
     * @throws RuleViolationException as {@link SatisfactionSurvey#write}, {@code survey.day}
     */
    public void change(long id, long version, SurveyTerms terms, List<String> words, BranchScope scope) {
        SatisfactionSurvey survey = held(id, scope);
        write(survey, version, terms, words);
        note(SurveyAction.SURVEY_CHANGED, survey);
    }

    private void write(SatisfactionSurvey survey, long version, SurveyTerms terms, List<String> words) {
        survey.require(SurveyState.DRAFT);
        if (survey.getVersion() != version) {
            throw new StaleEditException(
                    survey.getVersion(),
                    survey.getLines().stream()
                            .map(line -> new CurrentText(
                                    "words[" + (line.getPosition() - 1) + "]", "survey.words", line.getWords()))
                            .toList());
        }
        SatisfactionSurvey.requirePeriod(terms.closesOn(), LocalDate.now(clock));
        survey.write(terms, words);
        // the words stand on the lines, and whoever else has the page open has to know
        entities.lock(survey, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Drops a survey that was prepared and never opened. */
    public void drop(long id, BranchScope scope) {
        SatisfactionSurvey survey = held(id, scope);
        survey.require(SurveyState.DRAFT);
        surveys.delete(survey);
        note(SurveyAction.SURVEY_DROPPED, survey);
    }

    /**
     * Opens a survey as it is written now.
     *
     * @param codes how many are printed; 0 where it is open to all
     * @return its codes in an order that means nothing; they are kept nowhere and cannot be shown again
     * @throws RuleViolationException as {@link #change}, {@link SatisfactionSurvey#open}, {@link SurveyItems#take}, {@code
     *     survey.codes}
     */
    public List<String> open(
            long id, long version, SurveyTerms terms, List<String> words, int codes, boolean toAll, BranchScope scope) {
        if (codes < (toAll ? 0 : 1) || codes > MOST_CODES) {
            throw new RuleViolationException("survey.codes", MOST_CODES);
        }
        SatisfactionSurvey survey = held(id, scope);
        write(survey, version, terms, words);
        survey.open(sealer.newKey(SurveySheet.keyField(survey.getAddress())), toAll, LocalDate.now(clock));
        survey.made(codes);
        surveys.flush();
        items.take(survey);
        note(SurveyAction.SURVEY_OPENED, survey);
        return make(survey.getId(), codes);
    }

    /** Makes more codes for a survey that is open, because some were lost or did not suffice. */
    public List<String> moreCodes(long id, int codes, BranchScope scope) {
        SatisfactionSurvey survey = held(id, scope);
        survey.require(SurveyState.OPEN);
        if (codes < 1 || codes > MOST_CODES || survey.getCodes() + codes > MOST_IN_ALL) {
            throw new RuleViolationException("survey.codes", MOST_CODES);
        }
        survey.made(codes);
        note(SurveyAction.SURVEY_CODES_MADE, survey);
        return make(survey.getId(), codes);
    }

    /** Makes codes; sorted by hash they go into the table, shuffled they come out. */
    private List<String> make(long survey, int number) {
        List<String> codes =
                new ArrayList<>(Stream.generate(PrintedCode::next).limit(number).toList());
        byte[][] hashes = codes.stream()
                .map(PrintedCode::hash)
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        jdbc.sql(
                        "insert into survey_code (code_hash, survey_id, used) select hash, :survey, false from unnest(:hashes) hash")
                .param("survey", survey)
                .param("hashes", hashes)
                .update();
        Collections.shuffle(codes, new SecureRandom());
        return List.copyOf(codes);
    }

    private SatisfactionSurvey held(long id, BranchScope scope) {
        SurveyAccess.mustLead(scope);
        SatisfactionSurvey survey = query.get(id, scope);
        tasks.workOn(survey.getTaskId(), scope);
        return survey;
    }

    private void note(SurveyAction action, SatisfactionSurvey survey) {
        audit.record(action, TYPE, survey.getId(), null);
    }
}
