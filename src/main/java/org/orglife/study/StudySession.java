package org.orglife.study;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.Member;
import org.orglife.shared.LateEntry;
import org.orglife.shared.RuleViolationException;

/** 一次学习: when, how and what a branch studied, and everybody who was expected. */
@Entity
public class StudySession {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "task_id", updatable = false)
    private BranchTask task;

    @Enumerated(EnumType.STRING)
    private StudyMode mode;

    private LocalDate heldOn;
    private String topics;
    private @Nullable String place;
    private @Nullable Integer tenthsOfHours;

    @Column(updatable = false)
    private LocalDate recordedOn;

    @Column(updatable = false)
    private @Nullable Long recordedBy;

    @Column(updatable = false)
    private @Nullable String source;

    @OneToMany(mappedBy = "session", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<StudyAttendance> attendance = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected StudySession() {}

    /**
     * A session is recorded.
     *
     * @param recordedBy account that recorded it; null where it came with a workbook
     * @param source the row of that workbook; null where it was recorded here
     * @throws RuleViolationException {@code study.in-future} if the day is still to come
     */
    @SuppressWarnings("NullAway.Init") // take sets the rest
    StudySession(
            BranchTask task,
            StudyDetails details,
            LocalDate recordedOn,
            @Nullable Long recordedBy,
            @Nullable String source) {
        this.task = task;
        this.branchId = task.getBranch().getId();
        this.recordedOn = recordedOn;
        this.recordedBy = recordedBy;
        this.source = source;
        take(details, recordedOn);
    }

    final void take(StudyDetails details, LocalDate today) {
        if (details.heldOn().isAfter(today)) {
            throw new RuleViolationException("study.in-future");
        }
        this.mode = details.mode();
        this.heldOn = details.heldOn();
        this.topics = details.topics();
        this.place = details.place();
        this.tenthsOfHours = details.tenthsOfHours();
    }

    /**
     * Writes down who was there. Whoever was not gets something to make up for; what somebody has made up already stays.
     *
     * @param expected everybody who should have come
     * @param absent of these, whoever did not
     */
    void count(List<Member> expected, Set<Long> absent) {
        Map<Long, StudyAttendance> known = new HashMap<>();
        attendance.forEach(one -> known.put(one.getMember().getId(), one));
        for (Member member : expected) {
            StudyAttendance one = known.remove(member.getId());
            boolean present = !absent.contains(member.getId());
            if (one == null) {
                attendance.add(new StudyAttendance(this, member, present));
            } else {
                one.was(present);
            }
        }
        attendance.removeAll(known.values());
    }

    Optional<StudyAttendance> of(long memberId) {
        return attendance.stream()
                .filter(one -> one.getMember().getId() == memberId)
                .findFirst();
    }

    /** Entered more than 7 days after it took place (补录). */
    public boolean isLate() {
        return LateEntry.isLate(heldOn, recordedOn);
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public BranchTask getTask() {
        return task;
    }

    public StudyMode getMode() {
        return mode;
    }

    public LocalDate getHeldOn() {
        return heldOn;
    }

    public String getTopics() {
        return topics;
    }

    public @Nullable String getPlace() {
        return place;
    }

    /** 学时 times ten; null where nobody counted. */
    public @Nullable Integer getTenthsOfHours() {
        return tenthsOfHours;
    }

    public LocalDate getRecordedOn() {
        return recordedOn;
    }

    /** Account that recorded it; null where it came with a workbook. */
    public @Nullable Long getRecordedBy() {
        return recordedBy;
    }

    /** The row of the workbook it came with; null where it was recorded here. */
    public @Nullable String getSource() {
        return source;
    }

    public List<StudyAttendance> getAttendance() {
        return List.copyOf(attendance);
    }

    public long getVersion() {
        return version;
    }
}
