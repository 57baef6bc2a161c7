package org.orglife.opinion;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Empties the boxes at night: a box with five letters or more, and after its last day whatever is in it. A batch is
 * opened, shuffled, and written down under the day of the release in one transaction; nothing of the order in which its
 * letters came, nor of the letters, remains.
 */
@Service
public class BoxRelease {

    private static final Logger log = LoggerFactory.getLogger(BoxRelease.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final OpinionRepository opinions;
    private final BranchTaskService tasks;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    BoxRelease(
            OpinionRepository opinions,
            BranchTaskService tasks,
            Sealer sealer,
            AuditTrail audit,
            TransactionOperations transaction,
            EntityManager entities,
            JdbcClient jdbc,
            Clock clock) {
        this.opinions = opinions;
        this.tasks = tasks;
        this.sealer = sealer;
        this.audit = audit;
        this.transaction = transaction;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Box(
            long taskId,
            long branchId,
            LocalDate closesOn,
            @Nullable String wrappedKey) {}

    /** Empties every box that is due, each in a transaction of its own: one that cannot be emptied holds up no other. */
    public void releaseAll() {
        for (UUID box : jdbc.sql("select id from opinion_box where not closed order by id")
                .query(UUID.class)
                .list()) {
            try {
                transaction.executeWithoutResult(status -> release(box));
            } catch (RuleViolationException refused) {
                log.warn("The box {} keeps what is in it: {}", box, refused.code());
            }
        }
    }

    private void release(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:box, 0))::text")
                .param("box", id.toString())
                .query(String.class)
                .single();
        Box box = jdbc.sql(
                        "select task_id, branch_id, closes_on, encode(wrapped_key, 'hex') wrapped_key from opinion_box where id = :id")
                .param("id", id)
                .query(Box.class)
                .single();
        String key = box.wrappedKey();
        List<byte[]> sealed = jdbc.sql("select sealed from opinion_box_letter where box_id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .list();
        LocalDate today = LocalDate.now(clock);
        boolean over = box.closesOn().isBefore(today);
        if (key == null || (!over && sealed.size() < OpinionBoxes.BATCH)) {
            return;
        }
        if (!sealed.isEmpty()) {
            Sealer own = sealer.withKey(HexFormat.of().parseHex(key), OpinionBoxes.keyField(id));
            write(
                    box,
                    shuffled(sealed.stream()
                            .map(letter -> BoxLetter.open(own, id, letter))
                            .toList()),
                    today);
            jdbc.sql("delete from opinion_box_letter where box_id = :id")
                    .param("id", id)
                    .update();
            audit.record(OpinionAction.BOX_RELEASED, "OpinionBox", id, null);
        }
        if (over) {
            jdbc.sql("update opinion_box set closed = true, wrapped_key = null where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    /** In an order that has nothing to do with the one before. */
    static <T> List<T> shuffled(List<T> letters) {
        List<T> shuffled = new ArrayList<>(letters);
        Collections.shuffle(shuffled, RANDOM);
        return shuffled;
    }

    /** What is the same but for who wants a receipt becomes one opinion, with how often it was said. */
    private record Words(OpinionAbout about, @Nullable TargetGroup group, String text) {}

    private void write(Box box, List<BoxLetter> letters, LocalDate today) {
        Map<Words, List<BoxLetter>> same = letters.stream()
                .collect(Collectors.groupingBy(
                        letter -> new Words(letter.about(), letter.group(), letter.text()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        BranchTask task = tasks.workOn(box.taskId(), ownScope(box));
        Map<Words, Opinion> before =
                opinions
                        .releasedWith(
                                box.taskId(),
                                same.keySet().stream().map(Words::text).toList())
                        .stream()
                        .collect(Collectors.toMap(
                                opinion -> new Words(opinion.getAbout(), opinion.getTargetGroup(), opinion.getText()),
                                opinion -> opinion,
                                (one, other) -> one));
        Map<BoxLetter, Opinion> written = new LinkedHashMap<>();
        same.forEach((words, copies) -> {
            Opinion opinion = before.get(words);
            if (opinion == null) {
                opinion = opinions.save(
                        Opinion.released(task, words.text(), words.about(), words.group(), copies.size(), today));
            } else {
                opinion.cameAgain(copies.size());
            }
            for (BoxLetter letter : copies) {
                written.put(letter, opinion);
            }
        });
        entities.flush();
        written.forEach((letter, opinion) -> keepReceipt(letter, opinion, box.branchId()));
    }

    private void keepReceipt(BoxLetter letter, Opinion opinion, long branch) {
        if (!letter.receipt().isEmpty()) {
            jdbc.sql(
                            "insert into opinion_receipt (receipt_hash, branch_id, opinion_id) values (:hash, :branch, :opinion)")
                    .param("hash", HexFormat.of().parseHex(letter.receipt()))
                    .param("branch", branch)
                    .param("opinion", opinion.getId())
                    .update();
        }
    }

    /** Nobody acts here: the scope reaches the one branch and nothing else. */
    private static BranchScope ownScope(Box box) {
        return new BranchScope(Role.ASSISTANT, 0, null, List.of(), Set.of(box.branchId()));
    }
}
