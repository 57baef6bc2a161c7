package org.orglife.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the roster says about a person, apart from where he is enrolled.
 *
 * @param code 人员编号, unique in the whole system
 * @param name 2 to 40 characters, already brought into the one form of {@code TypedText.cleanName}
 * @param fullOn day on which probation ended; full members only
 * @param flags every mark that applies
 * @param phone for the branch alone, in the form of {@link #plainPhone}; stored sealed
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

    /** The day the Party was founded; nobody joined before, no unit is older. */
    static final LocalDate PARTY_FOUNDED = LocalDate.of(1921, 7, 1);

    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);
    private static final int SHORTEST_NAME = 2;
    private static final int YOUNGEST = 18;
    private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)86");
    private static final Pattern SEPARATORS = Pattern.compile("[-\\s()（）]");
    private static final Pattern PHONE = Pattern.compile("1[0-9]{10}|0[0-9]{9,11}|[0-9]{7,8}");

    public MemberDetails {
        flags = Set.copyOf(flags);
    }

    /** A phone number as it is kept: digits alone, without the number of the country. */
    public static String plainPhone(String typed) {
        return SEPARATORS
                .matcher(COUNTRY.matcher(typed.strip()).replaceFirst(""))
                .replaceAll("");
    }

    /** What cannot be true of it on that day, in the order of the fields; empty if nothing speaks against it. */
    public List<Objection> objections(LocalDate today) {
        List<Objection> odd = new ArrayList<>();
        if (name.codePointCount(0, name.length()) < SHORTEST_NAME) {
            odd.add(new Objection("name", "short-name"));
        }
        if (bornOn != null && bornOn.isBefore(OLDEST)) {
            odd.add(new Objection("bornOn", "too-old"));
        }
        if (bornOn != null && bornOn.isAfter(today)) {
            odd.add(new Objection("bornOn", "future"));
        }
        if (joinedOn != null && joinedOn.isAfter(today)) {
            odd.add(new Objection("joinedOn", "future"));
        } else if (joinedOn != null && joinedOn.isBefore(PARTY_FOUNDED)) {
            odd.add(new Objection("joinedOn", "before-party"));
        } else if (joinedOn != null && bornOn != null && !joinedOn.isAfter(bornOn)) {
            odd.add(new Objection("joinedOn", "before-birth"));
        }
        if (fullOn != null && kind == MemberKind.PROBATIONARY) {
            odd.add(new Objection("fullOn", "probationary-full"));
        } else if (fullOn != null && joinedOn != null && fullOn.isBefore(joinedOn)) {
            odd.add(new Objection("fullOn", "full-before-joined"));
        }
        if (phone != null && !phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            odd.add(new Objection("phone", "phone"));
        }
        return odd;
    }

    /**
     * What is unusual on that day but happens: to be looked at by whoever brings it, not to be refused. Rosters name the
     * day on which somebody is to become a full member before it has come.
     */
    public List<Objection> doubts(LocalDate today) {
        List<Objection> doubts = new ArrayList<>();
        if (fullOn != null && fullOn.isAfter(today)) {
            doubts.add(new Objection("fullOn", "full-ahead"));
        }
        if (joinedOn != null && bornOn != null && joinedOn.isBefore(bornOn.plusYears(YOUNGEST))) {
            doubts.add(new Objection("joinedOn", "too-young"));
        }
        if (fullOn != null && joinedOn != null && fullOn.isBefore(joinedOn.plusYears(1))) {
            doubts.add(new Objection("fullOn", "full-early"));
        }
        return doubts;
    }

    /** Names of the fields in which it differs from what was there, for the trail; the phone is named by its caller. */
    Set<String> changedFrom(MemberDetails before) {
        Set<String> changed = new LinkedHashSet<>();
        note(changed, "code", code, before.code);
        note(changed, "name", name, before.name);
        note(changed, "gender", gender, before.gender);
        note(changed, "bornOn", bornOn, before.bornOn);
        note(changed, "kind", kind, before.kind);
        note(changed, "standing", standing, before.standing);
        note(changed, "joinedOn", joinedOn, before.joinedOn);
        note(changed, "fullOn", fullOn, before.fullOn);
        note(changed, "flags", flags, before.flags);
        return changed;
    }

    private static void note(Set<String> changed, String field, @Nullable Object now, @Nullable Object before) {
        if (!Objects.equals(now, before)) {
            changed.add(field);
        }
    }
}
