package org.orglife.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Actor;
import org.orglife.shared.Labelled;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;

/** A workbook on its way in. */
@Entity
public class ImportBatch {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long accountId;

    @Column(updatable = false)
    private String actorName;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Role role;

    @Column(updatable = false)
    private Long unitId;

    @Column(updatable = false)
    private String fileName;

    private @Nullable Long fileId;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private String choices;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String preview;

    @Enumerated(EnumType.STRING)
    private @Nullable ImportVerdict verdict;

    private Instant uploadedAt;
    private @Nullable Instant settledAt;
    private @Nullable Long settledBy;
    private @Nullable String settledByName;
    private @Nullable Long jobId;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ImportBatch() {}

    ImportBatch(Actor actor, long unitId, String fileName, long fileId, String choices, Instant at) {
        this.accountId = actor.accountId();
        this.actorName = actor.displayName();
        this.role = actor.role();
        this.unitId = unitId;
        this.fileName = fileName;
        this.fileId = fileId;
        this.state = ImportState.WAITING;
        this.choices = choices;
        this.uploadedAt = at;
    }

    /** It has been checked, with these answers. */
    void checked(String withChoices, String found, ImportVerdict cameTo) {
        requireWaiting();
        this.choices = withChoices;
        this.preview = found;
        this.verdict = cameTo;
    }

    /**
     * Refuses whatever comes too late.
     *
     * @throws RuleViolationException {@code imports.already-done} naming who was quicker, {@code imports.over} if it was
     *     put aside or has expired
     */
    void requireWaiting() {
        if (state == ImportState.DONE || state == ImportState.RUNNING || state == ImportState.UNDONE) {
            throw new RuleViolationException("imports.already-done", settledByName == null ? "" : settledByName);
        }
        if (state != ImportState.WAITING) {
            throw new RuleViolationException("imports.over");
        }
    }

    /** A job will write it. */
    void queued(long job, Actor by, Instant at) {
        requireWaiting();
        this.state = ImportState.RUNNING;
        this.jobId = job;
        sign(by, at);
    }

    /** It has been written; neither the file nor its contents are kept. */
    void done(Actor by, Instant at, String summary) {
        if (state != ImportState.RUNNING) {
            requireWaiting();
        }
        this.state = ImportState.DONE;
        this.preview = summary;
        this.fileId = null;
        sign(by, at);
    }

    /** The job came to nothing; it can be looked at and confirmed again. */
    void fellBack(String found) {
        if (state == ImportState.RUNNING) {
            this.state = ImportState.WAITING;
            this.preview = found;
            this.jobId = null;
            this.settledAt = null;
            this.settledBy = null;
            this.settledByName = null;
        }
    }

    void cancel(Actor by, Instant at) {
        requireWaiting();
        drop(ImportState.CANCELLED);
        sign(by, at);
    }

    void expire() {
        requireWaiting();
        drop(ImportState.EXPIRED);
    }

    private void drop(ImportState end) {
        this.state = end;
        this.preview = null;
        this.verdict = null;
        this.fileId = null;
        this.choices = "{}";
    }

    /** What it wrote has been taken back. */
    void undone(Actor by, Instant at) {
        if (state != ImportState.DONE) {
            throw new RuleViolationException("imports.not-done");
        }
        this.state = ImportState.UNDONE;
        sign(by, at);
    }

    private void sign(Actor by, Instant at) {
        this.settledBy = by.accountId();
        this.settledByName = by.displayName();
        this.settledAt = at;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getAccountId() {
        return accountId;
    }

    public String getActorName() {
        return actorName;
    }

    public Role getRole() {
        return role;
    }

    public Long getUnitId() {
        return unitId;
    }

    public String getFileName() {
        return fileName;
    }

    public @Nullable Long getFileId() {
        return fileId;
    }

    public ImportState getState() {
        return state;
    }

    String getChoices() {
        return choices;
    }

    @Nullable
    String getPreview() {
        return preview;
    }

    /** What the check came to; null before the first one, and once the upload was put aside or has expired. */
    public @Nullable ImportVerdict getVerdict() {
        return verdict;
    }

    /** Where it stands, in one word: while it waits, what the check came to. */
    public Labelled standing() {
        return state == ImportState.WAITING && verdict != null ? verdict : state;
    }

    /** Whether something is left to be done with this upload, by whoever may. */
    public boolean isOpen() {
        return state == ImportState.WAITING && verdict != null && verdict.waitsForOwner();
    }

    public Instant getUploadedAt() {
        return uploadedAt;
    }

    public @Nullable Instant getSettledAt() {
        return settledAt;
    }

    public @Nullable Long getSettledBy() {
        return settledBy;
    }

    public @Nullable String getSettledByName() {
        return settledByName;
    }

    public @Nullable Long getJobId() {
        return jobId;
    }
}
