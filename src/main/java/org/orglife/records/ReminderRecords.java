package org.orglife.records;

import org.orglife.reminder.OverdueActionKind;
import org.orglife.reminder.ReminderStep;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** That he was reminded, and what was done where his own part was late. */
@Component
class ReminderRecords implements RecordSource {

    private static final String SQL = """
            select m.id, r.told_on on_day, r.step, null kind, m.text, null note
            from reminder r join measure m on m.id = r.measure_id where m.owner_id = :me
            union all
            select a.id, a.held_on, null, a.kind, case when p.subject_member_id = :me then p.text end,
              case when p.subject_member_id = :me then a.text end
            from overdue_action a join problem p on p.id = a.item_id
            where a.item_id in (select item_id from measure where owner_id = :me
              union select id from problem where subject_member_id = :me)
            """;

    private final OwnRows own;

    ReminderRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.REMINDERS,
                SQL,
                scope,
                line -> line.fact("note", "note")
                        .fact("measure", "text")
                        .titled(
                                line.label(
                                        line.text("step") == null
                                                ? line.constant("kind", OverdueActionKind.class)
                                                : line.constant("step", ReminderStep.class)),
                                null));
    }
}
