package org.orglife.routine;

import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.organisation.OrgUnit;

/** When, where and for what a branch meets or met, as it is kept; see {@link RoutineDetails}. */
@Embeddable
public class RoutinePlan {

    private String[] kinds;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "group_id")
    private @Nullable OrgUnit ofGroup;

    private LocalDate heldOn;
    private @Nullable LocalTime startsAt;
    private @Nullable LocalTime endsAt;
    private @Nullable String place;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "chair_id")
    private @Nullable Member chair;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "recorder_id")
    private @Nullable Member recorder;

    private @Nullable String lecturer;
    private String topics;

    @SuppressWarnings("NullAway.Init")
    protected RoutinePlan() {}

    /** The records that the ids of {@link RoutineDetails} stand for. */
    record Named(
            @Nullable OrgUnit group,
            @Nullable Member chair,
            @Nullable Member recorder) {}

    /** Throws what {@link RoutineDetails#require} does. */
    RoutinePlan(RoutineDetails details, Named named) {
        details.require();
        this.kinds = details.kinds().stream().sorted().map(Enum::name).toArray(String[]::new);
        this.ofGroup = named.group();
        this.heldOn = details.heldOn();
        this.startsAt = details.startsAt();
        this.endsAt = details.endsAt();
        this.place = details.place();
        this.chair = named.chair();
        this.recorder = named.recorder();
        this.lecturer = details.lecturer();
        this.topics = details.topics();
    }

    /** Whether those who were told of the other one have to be told again. */
    boolean isElsewhere(RoutinePlan other) {
        return !heldOn.equals(other.heldOn)
                || !Objects.equals(startsAt, other.startsAt)
                || !Objects.equals(place, other.place);
    }

    /** What it was made from. */
    public RoutineDetails details() {
        return new RoutineDetails(
                getKinds(),
                ofGroup == null ? null : ofGroup.getId(),
                heldOn,
                startsAt,
                endsAt,
                place,
                chair == null ? null : chair.getId(),
                recorder == null ? null : recorder.getId(),
                lecturer,
                topics);
    }

    /** In the order of {@link RoutineKind}. */
    public Set<RoutineKind> getKinds() {
        Set<RoutineKind> all = EnumSet.noneOf(RoutineKind.class);
        for (String kind : kinds) {
            all.add(RoutineKind.valueOf(kind));
        }
        return all;
    }

    public boolean is(RoutineKind kind) {
        return getKinds().contains(kind);
    }

    /** Whether decisions are voted on: by the general meeting and by the committee. */
    public boolean isVoting() {
        return is(RoutineKind.GENERAL_MEETING) || is(RoutineKind.COMMITTEE);
    }

    /** Whether all members of the branch are expected, not its committee or one group alone. */
    public boolean isOfAll() {
        return ofGroup == null && !is(RoutineKind.COMMITTEE);
    }

    /** Null where the whole branch or its committee meets. */
    public @Nullable OrgUnit getGroup() {
        return ofGroup;
    }

    public LocalDate getHeldOn() {
        return heldOn;
    }

    public @Nullable LocalTime getStartsAt() {
        return startsAt;
    }

    public @Nullable LocalTime getEndsAt() {
        return endsAt;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public @Nullable Member getChair() {
        return chair;
    }

    public @Nullable Member getRecorder() {
        return recorder;
    }

    public @Nullable String getLecturer() {
        return lecturer;
    }

    public String getTopics() {
        return topics;
    }
}
