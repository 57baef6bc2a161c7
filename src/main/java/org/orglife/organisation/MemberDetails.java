package org.orglife.organisation;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the roster says about a person, apart from where he is enrolled.
 *
 * @param code 人员编号, unique in the whole system
 * @param name 1 to 40 characters, already brought into the one form of {@code TypedText.cleanName}
 * @param fullOn day on which probation ended; full members only
 * @param flags every mark that applies
 * @param phone for the branch alone; stored sealed
 */
public record MemberDetails(
        @Nullable String code,
        String name,
        @Nullable Gender gender,
        @Nullable LocalDate bornOn,
        MemberKind kind,
        Standing standing,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate fullOn,
        Set<MemberFlag> flags,
        @Nullable String phone) {

    public MemberDetails {
        flags = Set.copyOf(flags);
    }
}
