package org.orglife.talk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchRow;
import org.orglife.excel.ExcelRecord;
import org.orglife.organisation.OrgUnit;

/** A row of the sheet 谈心谈话 as it is written. */
record TalkLine(
        ExcelRecord record,
        OrgUnit branch,
        LocalDate day,
        String convener,
        List<String> partners,
        TalkMedium medium,
        @Nullable String topic)
        implements BranchRow {

    /** All of it, to know it again. */
    String source() {
        return String.join(
                "\n",
                branch.getName(),
                day.toString(),
                convener,
                String.join("、", partners),
                medium.name(),
                topic == null ? "" : topic);
    }

    /** A row with the people it names, the convener first. */
    record Resolved(TalkLine row, List<Long> members) {

        String facts() {
            return KnownTalks.key(row.branch().getId(), row.day(), members, row.medium());
        }
    }
}
