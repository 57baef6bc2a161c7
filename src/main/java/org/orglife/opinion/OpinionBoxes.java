package org.orglife.opinion;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.ScopeSql;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the anonymous box of a branch and makes the codes for it. What is in it, nobody can read here. */
@Service
@Transactional
public class OpinionBoxes {

    /** Most codes made at once. */
    public static final int MOST_CODES = 200;

    /** Most opinions to be given with one code. */
    public static final int MOST_USES = 500;

    /** Fewer than these are neither released before the last day nor counted. */
    static final int BATCH = 5;

    /** Most days from now on until the last one. */
    public static final int LONGEST_DAYS = 90;

    private static final String TYPE = "OpinionBox";

    private final BranchTaskService tasks;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpinionBoxes(BranchTaskService tasks, Sealer sealer, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.tasks = tasks;
        this.sealer = sealer;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest box of a task, for those who work with its opinions. */
    @Transactional(readOnly = true)
    public Optional<BoxRow> of(long taskId, BranchScope scope) {
        if (!OpinionAccess.works(scope)) {
            return Optional.empty();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select b.id, b.closes_on, b.quota, b.codes, b.closed,
                          (select count(*) from opinion_box_letter l where l.box_id = b.id) >= :batch enough,
                          b.open_to_all
                        from opinion_box b join org_unit u on u.id = b.branch_id
                        where b.task_id = :task and %s order by b.closed, b.closes_on desc limit 1
                        """.formatted(within.condition()))
                .param("batch", BATCH)
                .param("task", taskId)
                .params(within.parameters())
                .query(BoxRow.class)
                .optional();
    }

    /**
     * Opens a box.
     *
     * @param toAll whether whoever has its address may throw something in without a code
     * @return its codes in an order that means nothing; they are kept nowhere and cannot be shown again
     * @throws RuleViolationException {@code opinion.box.open} if the task has one, {@code opinion.box.day} if the last day
     *     is not within the next three months, {@code opinion.box.codes} for a number of codes or uses there cannot be
     */
    public List<String> open(long taskId, LocalDate closesOn, int codes, int quota, boolean toAll, BranchScope scope) {
        OpinionAccess.mustWork(scope);
        mustBePossible(codes, quota);
        LocalDate today = LocalDate.now(clock);
        if (closesOn.isBefore(today) || closesOn.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new RuleViolationException("opinion.box.day", LONGEST_DAYS);
        }
        BranchTask task = tasks.workOn(taskId, scope);
        boolean open = jdbc.sql("select exists (select 1 from opinion_box where task_id = :task and not closed)")
                .param("task", taskId)
                .query(Boolean.class)
                .single();
        if (open) {
            throw new RuleViolationException("opinion.box.open");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into opinion_box (id, branch_id, task_id, closes_on, quota, codes, wrapped_key, opened_by, open_to_all)
                        values (:id, :branch, :task, :day, :quota, 1, :key, :account, :all)
                        """)
                .param("id", id)
                .param("branch", task.getBranch().getId())
                .param("task", taskId)
                .param("day", closesOn)
                .param("quota", quota)
                .param("key", sealer.newKey(keyField(id)))
                .param("account", scope.accountId())
                .param("all", toAll)
                .update();
        List<String> made = make(id, codes, quota);
        jdbc.sql("update opinion_box set codes = :codes where id = :id")
                .param("codes", codes)
                .param("id", id)
                .update();
        audit.record(OpinionAction.BOX_OPENED, TYPE, id, task.getBranch().getName());
        return made;
    }

    /** The field as which the key of a box is sealed. */
    static String keyField(UUID box) {
        return "opinion_box.key." + box;
    }

    private static void mustBePossible(int codes, int quota) {
        if (codes < 1 || codes > MOST_CODES || quota < 1 || quota > MOST_USES) {
            throw new RuleViolationException("opinion.box.codes", MOST_CODES, MOST_USES);
        }
    }

    /** Makes codes; sorted by hash they go into the table, shuffled they come out. */
    private List<String> make(UUID box, int number, int quota) {
        List<String> codes =
                new ArrayList<>(Stream.generate(PrintedCode::next).limit(number).toList());
        byte[][] hashes = codes.stream()
                .map(PrintedCode::hash)
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        jdbc.sql(
                        "insert into opinion_box_code (code_hash, box_id, uses_left) select hash, :box, :quota from unnest(:hashes) hash")
                .param("box", box)
                .param("quota", quota)
                .param("hashes", hashes)
                .update();
        Collections.shuffle(codes, new SecureRandom());
        return List.copyOf(codes);
    }

    /** Makes more codes for a box that is open, because some were lost or did not suffice. */
    public List<String> moreCodes(long taskId, int codes, BranchScope scope) {
        BoxRow box = held(taskId, scope);
        mustBePossible(codes, box.quota());
        if (box.codes() + codes > 5 * MOST_CODES) {
            throw new RuleViolationException("opinion.box.codes", MOST_CODES, MOST_USES);
        }
        List<String> made = make(box.id(), codes, box.quota());
        jdbc.sql("update opinion_box set codes = codes + :codes where id = :id")
                .param("codes", codes)
                .param("id", box.id())
                .update();
        audit.record(OpinionAction.BOX_CODES_MADE, TYPE, box.id(), null);
        return made;
    }

    /** Makes today the last day: what is in the box is released in the coming night. */
    public void closeEarly(long taskId, BranchScope scope) {
        UUID id = held(taskId, scope).id();
        jdbc.sql("update opinion_box set closes_on = least(closes_on, :today) where id = :id")
                .param("today", LocalDate.now(clock))
                .param("id", id)
                .update();
        audit.record(OpinionAction.BOX_CLOSED, TYPE, id, null);
    }

    private BoxRow held(long taskId, BranchScope scope) {
        OpinionAccess.mustWork(scope);
        tasks.workOn(taskId, scope);
        return of(taskId, scope)
                .filter(box -> !box.closed())
                .orElseThrow(() -> new RuleViolationException("opinion.box.closed"));
    }
}
