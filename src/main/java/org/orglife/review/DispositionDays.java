package org.orglife.review;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days of the steps of a case in their order (BR-53); null for those not taken.
 *
 * @param findingOn 初步认定
 * @param inquiryOn 调查核实
 * @param talkOn 组织谈话
 * @param previewOn 上级预审
 * @param voteOn 支部大会讨论表决
 * @param approvalOn 上级审批
 * @param noticeOn 宣布并送达本人
 * @param reassessedOn 期满评议
 */
@Embeddable
public record DispositionDays(
        @Nullable LocalDate findingOn,
        @Nullable LocalDate inquiryOn,
        @Nullable LocalDate talkOn,
        @Nullable LocalDate previewOn,
        @Nullable LocalDate voteOn,
        @Nullable LocalDate approvalOn,
        @Nullable LocalDate noticeOn,
        @Nullable LocalDate reassessedOn) {

    /** No step taken yet. */
    static DispositionDays none() {
        return new DispositionDays(null, null, null, null, null, null, null, null);
    }

    private Stream<LocalDate> taken() {
        return Stream.of(findingOn, inquiryOn, talkOn, previewOn, voteOn, approvalOn, noticeOn, reassessedOn)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    boolean isAfter(LocalDate today) {
        return taken().anyMatch(day -> day.isAfter(today));
    }

    /** Whether no step comes before one that it follows. */
    boolean isInOrder() {
        return taken().sorted().toList().equals(taken().toList());
    }
}
