package org.orglife.minutes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who has signed a version, and of which text: of a text that has changed since it says nothing any more. */
@Entity
public class MinutesSignature {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long minutesId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private SignatureRole role;

    private Long accountId;
    private Long memberId;
    private String name;
    private Instant signedAt;

    /** Of the text that was signed; empty until somebody signs. */
    private byte[] digest = {};

    @SuppressWarnings("NullAway.Init")
    protected MinutesSignature() {}

    @SuppressWarnings("NullAway.Init") // sign sets the rest
    MinutesSignature(MeetingMinutes minutes, SignatureRole role) {
        this.minutesId = minutes.getId();
        this.branchId = minutes.getBranchId();
        this.role = role;
    }

    void sign(long account, long member, String by, byte[] text, Instant now) {
        this.accountId = account;
        this.memberId = member;
        this.name = by;
        this.digest = text.clone();
        this.signedAt = now;
    }

    /** Whether that very text was signed by that member. */
    boolean isOf(byte[] text, @Nullable Long member) {
        return MessageDigest.isEqual(digest, text) && Objects.equals(memberId, member);
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    Long getMinutesId() {
        return minutesId;
    }

    public SignatureRole getRole() {
        return role;
    }

    public Long getAccountId() {
        return accountId;
    }

    public Long getMemberId() {
        return memberId;
    }

    public String getName() {
        return name;
    }

    public Instant getSignedAt() {
        return signedAt;
    }
}
