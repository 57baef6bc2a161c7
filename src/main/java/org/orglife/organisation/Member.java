package org.orglife.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;

/** A Party member as a person; where he is enrolled is his {@link Membership}. */
@Entity
public class Member {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private @Nullable String code;
    private String name;
    private String nameInitials;

    @Enumerated(EnumType.STRING)
    private @Nullable Gender gender;

    private @Nullable LocalDate bornOn;

    @Enumerated(EnumType.STRING)
    private MemberKind kind;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private @Nullable LocalDate joinedOn;
    private @Nullable LocalDate fullOn;
    private boolean leader;
    private boolean retired;
    private boolean mobile;
    private boolean care;
    private boolean abroad;

    @SuppressWarnings("NullAway") // ErrorProne's NullAway does not read @Nullable on array types of fields
    private byte @Nullable [] phoneSealed;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    @SuppressWarnings("NullAway.Init")
    Member(MemberDetails details, byte @Nullable [] phoneSealed, LocalDate today) {
        change(details, phoneSealed, today);
    }

    /**
     * Takes over what the roster says.
     *
     * @throws RuleViolationException {@code organisation.odd.…} with the first {@link Objection} to it
     */
    final void change(MemberDetails details, byte @Nullable [] phone, LocalDate today) {
        details.objections(today).stream().findFirst().ifPresent(objection -> {
            throw objection.violation();
        });
        this.code = details.code();
        this.name = details.name();
        this.nameInitials = Pinyin.initials(details.name());
        this.gender = details.gender();
        this.bornOn = details.bornOn();
        this.kind = details.kind();
        this.standing = details.standing();
        this.joinedOn = details.joinedOn();
        this.fullOn = details.fullOn();
        this.leader = details.flags().contains(MemberFlag.LEADER);
        this.retired = details.flags().contains(MemberFlag.RETIRED);
        this.mobile = details.flags().contains(MemberFlag.MOBILE);
        this.care = details.flags().contains(MemberFlag.CARE);
        this.abroad = details.flags().contains(MemberFlag.ABROAD);
        this.phoneSealed = phone;
    }

    /** Whether the member votes: a full member, neither under 留党察看 nor suspended (domain 1.3, 3.1). */
    public boolean hasVote() {
        return kind.votesIn(standing);
    }

    /** Whether the member is expected at meetings: all but those out of contact or suspended. */
    public boolean isExpected() {
        return standing != Standing.OUT_OF_CONTACT && standing != Standing.SUSPENDED;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public @Nullable String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public String getNameInitials() {
        return nameInitials;
    }

    public @Nullable Gender getGender() {
        return gender;
    }

    public @Nullable LocalDate getBornOn() {
        return bornOn;
    }

    public MemberKind getKind() {
        return kind;
    }

    public Standing getStanding() {
        return standing;
    }

    public @Nullable LocalDate getJoinedOn() {
        return joinedOn;
    }

    public @Nullable LocalDate getFullOn() {
        return fullOn;
    }

    public Set<MemberFlag> getFlags() {
        Set<MemberFlag> flags = EnumSet.noneOf(MemberFlag.class);
        if (leader) {
            flags.add(MemberFlag.LEADER);
        }
        if (retired) {
            flags.add(MemberFlag.RETIRED);
        }
        if (mobile) {
            flags.add(MemberFlag.MOBILE);
        }
        if (care) {
            flags.add(MemberFlag.CARE);
        }
        if (abroad) {
            flags.add(MemberFlag.ABROAD);
        }
        return flags;
    }

    /** All of it but the phone number. */
    MemberDetails details() {
        return new MemberDetails(code, name, gender, bornOn, kind, standing, joinedOn, fullOn, getFlags(), null);
    }

    public boolean hasPhone() {
        return phoneSealed != null;
    }

    byte @Nullable [] getPhoneSealed() {
        return phoneSealed;
    }

    public long getVersion() {
        return version;
    }
}
