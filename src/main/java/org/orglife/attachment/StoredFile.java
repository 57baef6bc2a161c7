package org.orglife.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a file on disk. Its name there says nothing about it. */
@Entity
public class StoredFile {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private Long ownerId;
    private String storedName;
    private String originalName;
    private long size;
    private byte[] sha256;
    private Instant at;
    private @Nullable Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected StoredFile() {}

    StoredFile(
            long ownerId,
            String storedName,
            String originalName,
            long size,
            byte[] sha256,
            Instant at,
            @Nullable Instant expiresAt) {
        this.ownerId = ownerId;
        this.storedName = storedName;
        this.originalName = originalName;
        this.size = size;
        this.sha256 = sha256.clone();
        this.at = at;
        this.expiresAt = expiresAt;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getOwnerId() {
        return ownerId;
    }

    String getStoredName() {
        return storedName;
    }

    /** As its owner called it: shown, never used as a path. */
    public String getOriginalName() {
        return originalName;
    }

    /** Bytes. */
    public long getSize() {
        return size;
    }

    byte[] getSha256() {
        return sha256.clone();
    }

    public Instant getAt() {
        return at;
    }

    public @Nullable Instant getExpiresAt() {
        return expiresAt;
    }
}
