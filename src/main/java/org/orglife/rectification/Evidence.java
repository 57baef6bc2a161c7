package org.orglife.rectification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.attachment.CheckedFile;
import org.orglife.attachment.FileKind;
import org.orglife.shared.Actor;

/** 佐证材料: a file beside a line of an item's history. */
@Entity
public class Evidence {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long itemId;

    @Column(updatable = false)
    private Long entryId;

    @Column(updatable = false)
    private Long fileId;

    private String name;

    @Enumerated(EnumType.STRING)
    private FileKind kind;

    private long size;
    private byte[] sha256;
    private LocalDate uploadedOn;
    private Long accountId;
    private String uploadedBy;

    @SuppressWarnings("NullAway.Init")
    protected Evidence() {}

    Evidence(ItemEntry entry, long fileId, CheckedFile file, LocalDate on, Actor actor) {
        this.branchId = entry.getBranchId();
        this.itemId = entry.getItem().getId();
        this.entryId = entry.getId();
        this.fileId = fileId;
        this.name = file.name();
        this.kind = file.kind();
        this.size = file.size();
        this.sha256 = file.digest();
        this.uploadedOn = on;
        this.accountId = actor.accountId();
        this.uploadedBy = actor.displayName();
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getItemId() {
        return itemId;
    }

    public Long getEntryId() {
        return entryId;
    }

    Long getFileId() {
        return fileId;
    }

    /** As it was called where it came from: shown, never used as a path. */
    public String getName() {
        return name;
    }

    public FileKind getKind() {
        return kind;
    }

    /** Bytes. */
    public long getSize() {
        return size;
    }

    byte[] getSha256() {
        return sha256.clone();
    }

    public LocalDate getUploadedOn() {
        return uploadedOn;
    }

    public Long getAccountId() {
        return accountId;
    }

    public String getUploadedBy() {
        return uploadedBy;
    }
}
