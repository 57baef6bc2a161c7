package org.orglife.lookback.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.lookback.CheckedBy;
import org.orglife.lookback.Finding;
import org.orglife.lookback.Inspector;
import org.orglife.lookback.LookBackLine;
import org.orglife.lookback.LookBackResult;
import org.orglife.lookback.RecordResult;
import org.orglife.web.Longest;
import org.springframework.format.annotation.DateTimeFormat;

/** What was found at an item. */
record ResultForm(
        @NotNull(message = "{lookback.finding.missing}") @Nullable
        Finding finding,

        @NotNull(message = "{lookback.way.missing}") @Nullable
        CheckedBy way,

        @Longest(value = 300, message = "{lookback.remark.long}") @Nullable
        String remark,

        @NotNull(message = "{lookback.inspector.missing}") @Nullable
        Integer inspector,

        @NotNull(message = "{lookback.checkedOn.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate checkedOn,

        @Nullable Long version) {

    /**
     * What was noted; of a new one who is signed in and today are proposed.
     *
     * @param me the member signed in; null if he is none
     */
    static ResultForm of(LookBackLine line, @Nullable Long me, LocalDate today) {
        LookBackResult result = line.result();
        List<Inspector> inspectors = result.getRound().getInspectors();
        return new ResultForm(
                result.getFinding(),
                result.getWay(),
                result.getRemark(),
                result.getFinding() == null
                        ? proposed(inspectors, me)
                        : place(inspectors, result.getInspectorId(), result.getInspectorName()),
                result.getCheckedOn() == null ? today : result.getCheckedOn(),
                result.getVersion());
    }

    private static @Nullable Integer proposed(List<Inspector> inspectors, @Nullable Long me) {
        if (inspectors.size() == 1) {
            return 0;
        }
        for (int place = 0; place < inspectors.size(); place++) {
            if (me != null && me.equals(inspectors.get(place).memberId())) {
                return place;
            }
        }
        return null;
    }

    private static @Nullable Integer place(List<Inspector> inspectors, @Nullable Long member, @Nullable String name) {
        for (int place = 0; place < inspectors.size(); place++) {
            Inspector inspector = inspectors.get(place);
            if (Objects.equals(inspector.memberId(), member) && inspector.name().equals(name)) {
                return place;
            }
        }
        return null;
    }

    /** Only to be called on a form that has passed validation. */
    RecordResult toCommand() {
        return new RecordResult(
                Objects.requireNonNull(finding),
                Objects.requireNonNull(way),
                remark,
                Objects.requireNonNull(inspector),
                Objects.requireNonNull(checkedOn));
    }
}
