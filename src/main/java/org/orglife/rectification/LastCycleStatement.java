package org.orglife.rectification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.springframework.data.domain.Persistable;

/** 上次整改情况: what a branch says became of what it promised in the cycle before. One for each task, by the task's id. */
@Entity
public class LastCycleStatement implements Persistable<Long> {

    /** The task's. */
    @Id
    private Long id;

    @Column(updatable = false)
    private Long branchId;

    private String text;
    private LocalDate savedOn;
    private String savedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected LastCycleStatement() {}

    @SuppressWarnings("NullAway.Init") // write sets the rest
    LastCycleStatement(BranchTask task) {
        this.id = task.getId();
        this.branchId = task.getBranch().getId();
    }

    void write(String words, LocalDate on, String by) {
        this.text = words;
        this.savedOn = on;
        this.savedBy = by;
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    public Long getBranchId() {
        return branchId;
    }

    public String getText() {
        return text;
    }

    public LocalDate getSavedOn() {
        return savedOn;
    }

    public String getSavedBy() {
        return savedBy;
    }

    public long getVersion() {
        return version == null ? 0 : version;
    }
}
