package org.orglife.reminder;

import java.time.Clock;
import java.time.LocalDate;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.web.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells units by their channels how many steps were reached below them today: a number for each step and the address of the
 * page, never a name or a text. Each channel once a day, also when two instances do it at once; a message that was not taken
 * is not repeated, since the page tells the same.
 */
@Service
public class ReminderDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderDelivery.class);

    private final ReminderChannelRepository channels;
    private final Channels access;
    private final ChannelPost post;
    private final Labels labels;
    private final PublicAddress address;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReminderDelivery(
            ReminderChannelRepository channels,
            Channels access,
            ChannelPost post,
            Labels labels,
            PublicAddress address,
            TransactionOperations transaction,
            JdbcClient jdbc,
            Clock clock) {
        this.channels = channels;
        this.access = access;
        this.post = post;
        this.labels = labels;
        this.address = address;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many measures came to each step today; a superior is told of those that are his. */
    private record Told(
            String unit, boolean branch, long near, long overdue, long committee, long superior, long action) {

        boolean isWorthTelling() {
            return branch ? near + overdue + committee > 0 : superior + action > 0;
        }
    }

    /** Tells every channel that was not told today and has something to hear. */
    public void tellAll() {
        LocalDate today = LocalDate.now(clock);
        for (Long id : channels.untold(today)) {
            try {
                tell(id, today);
            } catch (OptimisticLockingFailureException another) {
                LOG.debug("Another instance is telling channel {}", id);
            }
        }
    }

    private void tell(long id, LocalDate today) {
        transaction
                .execute(status -> channels.findById(id)
                        .filter(found -> !today.equals(found.getToldOn()))
                        .filter(found -> told(found, today).isWorthTelling())
                        .map(found -> {
                            found.begin(today);
                            return found;
                        }))
                .filter(channel ->
                        post.send(channel, labels.text("reminder.message.subject"), text(told(channel, today))))
                .ifPresent(channel -> transaction.executeWithoutResult(
                        status -> channels.findById(id).ifPresent(ReminderChannel::sent)));
    }

    /**
     * Sends a word to try a channel of the caller's unit.
     *
     * @return whether it was taken
     */
    public boolean tryOut(long id, Actor actor, BranchScope scope) {
        ReminderChannel channel = access.get(id, actor, scope);
        return post.send(channel, labels.text("reminder.message.subject"), labels.text("reminder.message.trial"));
    }

    /** Whether mail is set up on this installation. */
    public boolean hasMail() {
        return post.hasMail();
    }

    private Told told(ReminderChannel channel, LocalDate today) {
        return jdbc.sql("""
                        select w.name unit, w.kind = 'BRANCH' branch,
                          count(*) filter (where r.step = 'NEAR') near, count(*) filter (where r.step = 'OVERDUE') overdue,
                          count(*) filter (where r.step = 'COMMITTEE') committee,
                          count(*) filter (where r.step = 'SUPERIOR') superior, count(*) filter (where r.step = 'ACTION') action
                        from org_unit w
                        join org_unit u on u.path like w.path || '%'
                        left join reminder r on r.branch_id = u.id and r.told_on = :today
                        where w.id = :unit
                        group by w.id
                        """)
                .param("unit", channel.getUnit().getId())
                .param("today", today)
                .query(Told.class)
                .single();
    }

    private String text(Told told) {
        String words = told.branch()
                ? labels.text(
                        "reminder.message.branch",
                        told.unit(),
                        String.valueOf(told.near()),
                        String.valueOf(told.overdue()),
                        String.valueOf(told.committee()))
                : labels.text(
                        "reminder.message.superior",
                        told.unit(),
                        String.valueOf(told.superior()),
                        String.valueOf(told.action()));
        return address.publicUrl() == null ? words : words + "\n" + address.of("/overdue");
    }
}
