package org.orglife.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Gender;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberDetails;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.MemberRecord;
import org.orglife.organisation.Standing;
import org.orglife.shared.TypedText;
import org.springframework.validation.Errors;

/**
 * 新增党员, 修改党员信息.
 *
 * @param from first day in the branch; of a new member only
 * @param phone a new number; blank leaves the one that is kept
 * @param noPhone whether the number that is kept is to be deleted
 * @param sure whether unusual dates are as they were meant
 * @param another whether somebody of the same name is another person
 */
record MemberForm(
        @Nullable Long branchId,
        @Nullable Long groupId,

        @NotBlank(message = "{organisation.form.member.name.missing}")
        @Size(max = 40, message = "{organisation.form.member.name.long}")
        @Nullable
        String name,

        @Nullable Gender gender,
        @Nullable LocalDate bornOn,

        @NotNull(message = "{organisation.form.member.kind.missing}") @Nullable
        MemberKind kind,

        @Nullable Standing standing,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        @Nullable Set<MemberFlag> flags,

        @Size(max = 30, message = "{organisation.odd.phone}") @Nullable
        String phone,

        @Nullable Boolean noPhone,

        @Size(max = 40, message = "{organisation.form.member.code.long}") @Nullable
        String code,

        @Nullable LocalDate from,
        @Nullable Boolean sure,
        @Nullable Boolean another,
        @Nullable Long version) {

    static MemberForm blank(@Nullable Long branchId, LocalDate today) {
        return new MemberForm(
                branchId,
                null,
                null,
                null,
                null,
                MemberKind.FULL,
                Standing.NORMAL,
                null,
                null,
                Set.of(),
                null,
                null,
                null,
                today,
                null,
                null,
                null);
    }

    static MemberForm of(MemberRecord known) {
        Member member = known.member();
        return new MemberForm(
                known.latest().getBranch().getId(),
                known.latest().getGroup() == null
                        ? null
                        : known.latest().getGroup().getId(),
                member.getName(),
                member.getGender(),
                member.getBornOn(),
                member.getKind(),
                member.getStanding(),
                member.getJoinedOn(),
                member.getFullOn(),
                member.getFlags(),
                null,
                null,
                member.getCode(),
                null,
                null,
                null,
                member.getVersion());
    }

    boolean isAnother() {
        return Boolean.TRUE.equals(another);
    }

    /** Names beside their fields whatever the record would refuse, and asks about what is unusual. */
    void check(Errors errors, LocalDate today) {
        if (!errors.hasErrors()) {
            toDetails().objections(today).forEach(odd -> errors.rejectValue(odd.field(), odd.code()));
        }
        if (!errors.hasErrors() && !Boolean.TRUE.equals(sure)) {
            toDetails().doubts(today).forEach(doubt -> errors.rejectValue("sure", doubt.doubtCode()));
            if (joinedOn == null && version == null) {
                errors.rejectValue("sure", "organisation.doubt.no-joined");
            }
        }
    }

    /** Only to be called on a form that has passed validation. */
    MemberDetails toDetails() {
        return new MemberDetails(
                TypedText.cleanCode(code),
                Objects.requireNonNull(TypedText.cleanName(name)),
                gender,
                bornOn,
                Objects.requireNonNull(kind),
                Objects.requireNonNullElse(standing, Standing.NORMAL),
                joinedOn,
                fullOn,
                Objects.requireNonNullElse(flags, Set.of()),
                typedPhone());
    }

    private @Nullable String typedPhone() {
        String typed = TypedText.cleanCode(phone);
        if (typed != null) {
            return MemberDetails.plainPhone(typed);
        }
        return Boolean.TRUE.equals(noPhone) ? "" : null;
    }
}
