package org.orglife.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;

/** Lets one person sign in. An officer's account belongs to no member and takes no business role. */
@Entity
public class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private String username;
    private String displayName;
    private @Nullable Long memberId;
    private boolean officer;

    @Enumerated(EnumType.STRING)
    private AccountState state;

    private @Nullable String passwordHash;
    private boolean oneTime = true;
    private @Nullable Instant oneTimeUntil;
    private int sessionEpoch;
    private boolean largeType;
    private Instant createdAt;
    private @Nullable Long createdBy;
    private @Nullable Long approvedBy;
    private @Nullable Instant lastSignInAt;
    private @Nullable Long openingId;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    private Account(String username, String displayName, @Nullable Long memberId, boolean officer, Instant now) {
        this.username = username;
        this.displayName = displayName;
        this.memberId = memberId;
        this.officer = officer;
        this.state = AccountState.PENDING;
        this.createdAt = now;
    }

    /** Of a member of the Party: his positions bring his roles. */
    static Account ofMember(String username, String name, long memberId, Instant now) {
        return new Account(username, name, memberId, false, now);
    }

    /** Of somebody enrolled elsewhere: office staff, supervision groups. */
    static Account ofStaff(String username, String name, Instant now) {
        return new Account(username, name, null, false, now);
    }

    /** Of one of the three officers. */
    static Account ofOfficer(String username, String name, Instant now) {
        return new Account(username, name, null, true, now);
    }

    void requestedBy(@Nullable Long account, long opening) {
        this.createdBy = account;
        this.openingId = opening;
    }

    /**
     * Lets the account sign in.
     *
     * @throws RuleViolationException {@code account.own-approval} if its creator approves it himself
     */
    void approve(@Nullable Long approver) {
        if (approver != null && approver.equals(createdBy)) {
            throw new RuleViolationException("account.own-approval");
        }
        become(AccountState.ACTIVE);
        this.approvedBy = approver;
    }

    /** Shuts the account out, running sessions included; its password is forgotten. */
    void disable() {
        become(AccountState.DISABLED);
        this.passwordHash = null;
        this.oneTime = true;
        this.oneTimeUntil = null;
        sessionEpoch++;
    }

    /** Opens it again; a one-time password lets in. An account that waits for approval is not opened this way. */
    void enable() {
        if (state != AccountState.DISABLED) {
            throw new RuleViolationException("account.wrong-state", username);
        }
        become(AccountState.ACTIVE);
    }

    private void become(AccountState next) {
        if (!state.canBecome(next)) {
            throw new RuleViolationException("account.wrong-state", username);
        }
        this.state = next;
    }

    /** Replaces the password by one that must be changed at the next sign-in, and ends running sessions. */
    void giveOneTimePassword(String hash, Instant until) {
        this.passwordHash = hash;
        this.oneTime = true;
        this.oneTimeUntil = until;
        sessionEpoch++;
    }

    /** Sets a password of the person's own choice and ends all other sessions. */
    void choosePassword(String hash) {
        this.passwordHash = hash;
        this.oneTime = false;
        this.oneTimeUntil = null;
        sessionEpoch++;
    }

    void useLargeType(boolean large) {
        this.largeType = large;
    }

    /** Whether a right password lets in now: active, and a one-time password not too old. */
    boolean maySignIn(Instant now) {
        return state == AccountState.ACTIVE
                && passwordHash != null
                && (!oneTime || (oneTimeUntil != null && now.isBefore(oneTimeUntil)));
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public String getUsername() {
        return username;
    }

    public String getDisplayName() {
        return displayName;
    }

    public @Nullable Long getMemberId() {
        return memberId;
    }

    public boolean isOfficer() {
        return officer;
    }

    public AccountState getState() {
        return state;
    }

    @Nullable
    String getPasswordHash() {
        return passwordHash;
    }

    public boolean isOneTime() {
        return oneTime;
    }

    int getSessionEpoch() {
        return sessionEpoch;
    }

    public boolean isLargeType() {
        return largeType;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public @Nullable Long getApprovedBy() {
        return approvedBy;
    }

    public @Nullable Instant getLastSignInAt() {
        return lastSignInAt;
    }

    public @Nullable Long getOpeningId() {
        return openingId;
    }
}
