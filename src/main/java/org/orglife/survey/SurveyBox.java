package org.orglife.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orglife.sealing.Sealer;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A survey as whoever answers it meets it. It never learns who that is, and keeps nothing that could tell: neither time nor
 * address, no session, no trail.
 */
@Service
public class SurveyBox {

    /** Most answers a day that may come without a code, all addresses together. */
    public static final int OPEN_A_DAY = 200;

    private static final String PLACE = """
            select s.id, s.address, coalesce(p.name, '') superior, u.name branch, s.state, s.closes_on, s.scale, s.remarks_asked,
              encode(s.wrapped_key, 'hex') wrapped_key, %s uses_left
            from %s
            join org_unit u on u.id = s.branch_id
            left join org_unit p on p.id = u.parent_id
            """;

    private final Sealer sealer;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    SurveyBox(Sealer sealer, TransactionOperations transaction, JdbcClient jdbc, Clock clock) {
        this.sealer = sealer;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param lines the words of each, in their order
     * @param remarks whether a few words may be added
     */
    public record Questions(
            UUID survey,
            String superior,
            String branch,
            LocalDate closesOn,
            SatisfactionScale scale,
            List<String> lines,
            boolean remarks) {

        public Questions {
            lines = List.copyOf(lines);
        }

        /** Whether those digits answer it: one for each line, all of its scale. */
        public boolean isAnsweredBy(List<Integer> digits) {
            return digits.size() == lines.size() && digits.stream().allMatch(scale::has);
        }
    }

    private record Place(
            long id,
            UUID address,
            String superior,
            String branch,
            SurveyState state,
            LocalDate closesOn,
            SatisfactionScale scale,
            boolean remarksAsked,
            @Nullable String wrappedKey,
            int usesLeft) {}

    /**
     * Finds what a code is for. Nothing is used up by looking.
     *
     * @param code as {@link PrintedCode#read} gives it
     * @throws RuleViolationException {@code survey.s.over} after the last day, {@code survey.s.used}
     * @return empty for a code that was never made
     */
    public Optional<Questions> enter(String code) {
        return place(code).map(place -> questions(place, "survey.s.used"));
    }

    /**
     * Finds a survey that is open to everybody.
     *
     * @throws RuleViolationException {@code survey.s.over}, {@code survey.s.full} once as many as a day takes have come
     * @return empty if there is none, or it wants codes
     */
    public Optional<Questions> enterOpen(UUID survey) {
        return openPlace(survey).map(place -> questions(place, "survey.s.full"));
    }

    private Questions questions(Place place, String usedUp) {
        mustBeOpen(place, usedUp);
        List<String> lines = jdbc.sql("select words from survey_line where survey_id = :id order by position")
                .param("id", place.id())
                .query(String.class)
                .list();
        return new Questions(
                place.address(),
                place.superior(),
                place.branch(),
                place.closesOn(),
                place.scale(),
                lines,
                place.remarksAsked());
    }

    private Optional<Place> place(String code) {
        return jdbc.sql(PLACE.formatted(
                                "case when c.used then 0 else 1 end",
                                "survey_code c join satisfaction_survey s on s.id = c.survey_id")
                        + "where c.code_hash = :hash")
                .param("hash", PrintedCode.hash(code))
                .query(Place.class)
                .optional();
    }

    private Optional<Place> openPlace(UUID survey) {
        return jdbc.sql(PLACE.formatted(
                                ":most - case when s.open_day = :today then s.open_count else 0 end",
                                "satisfaction_survey s")
                        + "where s.address = :survey and s.open_to_all")
                .param("most", OPEN_A_DAY)
                .param("today", LocalDate.now(clock))
                .param("survey", survey)
                .query(Place.class)
                .optional();
    }

    private void mustBeOpen(Place place, String usedUp) {
        if (place.state() != SurveyState.OPEN || place.closesOn().isBefore(LocalDate.now(clock))) {
            throw new RuleViolationException("survey.s.over");
        }
        if (place.usesLeft() <= 0) {
            throw new RuleViolationException(usedUp);
        }
    }

    /**
     * Answers with a code, which is used up by it.
     *
     * @param digits for which {@link Questions#isAnsweredBy} holds
     * @param remark up to 500 characters, cleaned
     * @throws RuleViolationException {@code survey.s.unknown}, {@code survey.s.over}, {@code survey.s.used}
     */
    public void answer(String code, List<Integer> digits, @Nullable String remark) {
        Place place = place(code).orElseThrow(() -> new RuleViolationException("survey.s.unknown"));
        mustBeOpen(place, "survey.s.used");
        put(place, new SurveySheet(digits, remark), () -> useUp(PrintedCode.hash(code)));
    }

    /**
     * Answers a survey that is open to everybody; the rest as {@link #answer}.
     *
     * @throws RuleViolationException {@code survey.s.unknown}, {@code survey.s.over}, {@code survey.s.full}
     */
    public void answerOpen(UUID survey, List<Integer> digits, @Nullable String remark) {
        Place place = openPlace(survey).orElseThrow(() -> new RuleViolationException("survey.s.unknown"));
        mustBeOpen(place, "survey.s.full");
        put(place, new SurveySheet(digits, remark), () -> countOpen(place.id()));
    }

    private void put(Place place, SurveySheet sheet, Runnable count) {
        String key = place.wrappedKey();
        if (key == null) {
            throw new RuleViolationException("survey.s.over");
        }
        Sealer own = sealer.withKey(HexFormat.of().parseHex(key), SurveySheet.keyField(place.address()));
        byte[] sealed = sheet.seal(own, place.address());
        transaction.executeWithoutResult(status -> putIn(place, sealed, count));
    }

    /** Together with whoever else answers, but not with the closing, which waits for those who are at it. */
    private void putIn(Place place, byte[] sealed, Runnable count) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(:survey, 0))::text")
                .param("survey", place.address().toString())
                .query(String.class)
                .single();
        boolean open = jdbc.sql("select state = 'OPEN' and closes_on >= :today from satisfaction_survey where id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", place.id())
                .query(Boolean.class)
                .single();
        if (!open) {
            throw new RuleViolationException("survey.s.over");
        }
        count.run();
        jdbc.sql("insert into survey_answer (survey_id, sealed) values (:survey, :sealed)")
                .param("survey", place.id())
                .param("sealed", sealed)
                .update();
    }

    private void useUp(byte[] hash) {
        int used = jdbc.sql("update survey_code set used = true where code_hash = :hash and not used")
                .param("hash", hash)
                .update();
        if (used == 0) {
            throw new RuleViolationException("survey.s.used");
        }
    }

    private void countOpen(long survey) {
        int counted = jdbc.sql("""
                        update satisfaction_survey
                        set open_count = case when open_day = :today then open_count + 1 else 1 end, open_day = :today
                        where id = :id and (open_day is distinct from :today or open_count < :most)
                        """)
                .param("today", LocalDate.now(clock))
                .param("most", OPEN_A_DAY)
                .param("id", survey)
                .update();
        if (counted == 0) {
            throw new RuleViolationException("survey.s.full");
        }
    }
}
