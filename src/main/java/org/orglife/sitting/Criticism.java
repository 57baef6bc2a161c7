package org.orglife.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** One member has criticised another: that he did, and at most the gist of it, sealed. */
@Entity
public class Criticism {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long turnId;

    @Column(updatable = false)
    private Long criticId;

    @SuppressWarnings("NullAway") // ErrorProne's NullAway does not read @Nullable on array types of fields
    private byte @Nullable [] gistSealed;

    @SuppressWarnings("NullAway.Init")
    protected Criticism() {}

    Criticism(Turn turn, long criticId) {
        this.turnId = turn.getId();
        this.branchId = turn.getBranchId();
        this.criticId = criticId;
    }

    @SuppressWarnings("NullAway") // as above
    void write(byte @Nullable [] sealed) {
        this.gistSealed = sealed;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getTurnId() {
        return turnId;
    }

    public Long getCriticId() {
        return criticId;
    }

    @SuppressWarnings("NullAway") // as above
    byte @Nullable [] getGistSealed() {
        return gistSealed;
    }
}
