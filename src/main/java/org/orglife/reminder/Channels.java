package org.orglife.reminder;

import java.util.List;
import java.util.regex.Pattern;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.sealing.Sealer;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where units are told outside the system: a secretary sees to it for the branch, an office for its own unit. */
@Service
@Transactional
public class Channels {

    static final String ADDRESS = "reminder_channel.address";

    /** More would be noise. */
    private static final int MOST = 5;

    private static final Pattern MAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final int LONGEST = 500;
    private static final String TYPE = "ReminderChannel";

    private final ReminderChannelRepository channels;
    private final OrgUnitService units;
    private final ReminderProperties properties;
    private final Sealer sealer;
    private final AuditTrail audit;

    Channels(
            ReminderChannelRepository channels,
            OrgUnitService units,
            ReminderProperties properties,
            Sealer sealer,
            AuditTrail audit) {
        this.channels = channels;
        this.units = units;
        this.properties = properties;
        this.sealer = sealer;
        this.audit = audit;
    }

    /** Those of the unit the caller acts for, in the order they were added. */
    @Transactional(readOnly = true)
    public List<ReminderChannel> of(Actor actor, BranchScope scope) {
        return channels.of(unit(actor, scope).getId());
    }

    /**
     * Adds one.
     *
     * @param address a mailbox, or the address of a group's robot
     * @throws RuleViolationException {@code reminder.channel.mail-wrong}, {@code reminder.channel.robot-wrong} if the address
     *     begins like none of the robots that are allowed, {@code reminder.channel.too-many} beyond 5
     */
    public void add(ChannelKind kind, String name, String address, Actor actor, BranchScope scope) {
        if (kind == ChannelKind.MAIL && !MAIL.matcher(address).matches()) {
            throw new RuleViolationException("reminder.channel.mail-wrong");
        }
        if (kind == ChannelKind.ROBOT && !isRobot(address)) {
            throw new RuleViolationException("reminder.channel.robot-wrong");
        }
        OrgUnit unit = unit(actor, scope);
        if (channels.of(unit.getId()).size() >= MOST) {
            throw new RuleViolationException("reminder.channel.too-many", MOST);
        }
        ReminderChannel made = channels.save(new ReminderChannel(unit, kind, name, sealer.seal(address, ADDRESS)));
        audit.record(ReminderAction.CHANNEL_ADDED, TYPE, made.getId(), unit.getName());
    }

    private boolean isRobot(String address) {
        return address.length() <= LONGEST
                && properties.robots().stream()
                        .anyMatch(start -> address.startsWith(start)
                                && address.substring(start.length()).matches("[A-Za-z0-9_=&.-]+"));
    }

    /** Takes one away; its address is gone with it. */
    public void remove(long id, Actor actor, BranchScope scope) {
        ReminderChannel channel = get(id, actor, scope);
        channels.delete(channel);
        audit.record(ReminderAction.CHANNEL_REMOVED, TYPE, id, channel.getUnit().getName());
    }

    /** One of the caller's unit; of any other unit there is none. */
    ReminderChannel get(long id, Actor actor, BranchScope scope) {
        OrgUnit unit = unit(actor, scope);
        return channels.findById(id)
                .filter(channel -> channel.getUnit().getId().equals(unit.getId()))
                .orElseThrow(() -> new NotFoundException(ReminderChannel.class, id));
    }

    private OrgUnit unit(Actor actor, BranchScope scope) {
        Long unitId = actor.unitId();
        if (unitId == null) {
            throw new NotFoundException(OrgUnit.class, 0L);
        }
        return units.get(unitId, scope);
    }
}
