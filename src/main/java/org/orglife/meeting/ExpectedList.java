package org.orglife.meeting;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.springframework.data.domain.Persistable;

/** 应到名单: who is expected at a branch's meeting, as it was confirmed last. */
@Entity
public class ExpectedList implements Persistable<Long> {

    /** Somebody on the list. */
    @Embeddable
    record Entry(Long branchId, Long memberId, boolean votes) {}

    /** The task's. */
    @Id
    private Long id;

    @Column(updatable = false)
    private Long branchId;

    private @Nullable Instant confirmedAt;
    private @Nullable String confirmedBy;

    @ElementCollection
    @CollectionTable(name = "expected_member", joinColumns = @JoinColumn(name = "list_id"))
    private Set<Entry> entries = new HashSet<>();

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected ExpectedList() {}

    ExpectedList(BranchTask task) {
        this.id = task.getId();
        this.branchId = task.getBranch().getId();
    }

    /** The branch says that these are expected. */
    void confirm(Collection<RollRow> expected, String by, Instant at) {
        Set<Entry> now = new HashSet<>();
        expected.forEach(person -> now.add(new Entry(branchId, person.id(), person.votes())));
        entries.retainAll(now);
        entries.addAll(now);
        this.confirmedBy = by;
        this.confirmedAt = at;
    }

    /** It is to be gone through again; what was confirmed stays to compare with. */
    void reopen() {
        this.confirmedAt = null;
        this.confirmedBy = null;
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

    /** Null while it is not confirmed. */
    public @Nullable Instant getConfirmedAt() {
        return confirmedAt;
    }

    public @Nullable String getConfirmedBy() {
        return confirmedBy;
    }

    public long getVersion() {
        return version == null ? 0 : version;
    }
}
