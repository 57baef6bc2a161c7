package org.orglife.minutes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.meeting.Meetings;
import org.orglife.organisation.Member;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.sitting.ConsoleQuery;
import org.orglife.sitting.HeldMeeting;
import org.orglife.sitting.MeetingPhase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads minutes for a page or a document: as they are written, or as they were signed. */
@Component
@Transactional(readOnly = true)
public class MinutesQuery {

    private final BranchTaskService tasks;
    private final Meetings meetings;
    private final ConsoleQuery console;
    private final MinutesReading reading;
    private final MinutesSeal seal;
    private final MeetingMinutesRepository minutes;
    private final MinutesSignatureRepository signatures;
    private final MeetingDecisionRepository decisions;
    private final JdbcClient jdbc;

    MinutesQuery(
            BranchTaskService tasks,
            Meetings meetings,
            ConsoleQuery console,
            MinutesReading reading,
            MinutesSeal seal,
            MeetingMinutesRepository minutes,
            MinutesSignatureRepository signatures,
            MeetingDecisionRepository decisions,
            JdbcClient jdbc) {
        this.tasks = tasks;
        this.meetings = meetings;
        this.console = console;
        this.reading = reading;
        this.seal = seal;
        this.minutes = minutes;
        this.signatures = signatures;
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    /**
     * The minutes of the last meeting that is over, or of one of them.
     *
     * @param meetingId null for the last one
     * @param version null for the one that counts: while a correction is written, that is the signed one for everybody but
     *     those who write it
     * @return empty while no meeting of the task is over
     * @throws NotFoundException if there is no such task, meeting or version, or its branch lies outside the scope
     */
    public Optional<MinutesView> read(
            long taskId, @Nullable Long meetingId, @Nullable Integer version, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        List<HeldMeeting> over = over(task);
        if (over.isEmpty() && meetingId == null) {
            return Optional.empty();
        }
        HeldMeeting held = over.stream()
                .filter(one -> meetingId == null || one.getId().equals(meetingId))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(HeldMeeting.class, String.valueOf(meetingId)));
        return Optional.of(view(task, held, over, version, scope));
    }

    /** Minutes that wait for the caller's signature: he chaired or kept the record. */
    public record Unsigned(long taskId, String campaign, LocalDate heldOn) {}

    /**
     * The last meetings whose minutes the caller has still to sign, or to sign once more because their text has changed
     * since.
     */
    public List<Unsigned> unsigned(BranchScope scope) {
        return scope.memberId() == null
                ? List.of()
                : jdbc
                        .sql("""
                                select t.id task_id, c.title campaign, h.held_on
                                from held_meeting h join branch_task t on t.id = h.task_id
                                join campaign c on c.id = t.campaign_id
                                where h.phase = 'RECORD_OPEN' and :member in (h.chair_id, h.recorder_id)
                                  and t.state not in ('DONE', 'EXEMPTED') and h.id = %s
                                order by h.held_on, t.id
                                """.formatted(MakeUpQuery.LAST))
                        .param("member", scope.memberId())
                        .query(Unsigned.class)
                        .list()
                        .stream()
                        .filter(one -> isUnsigned(one.taskId(), scope))
                        .toList();
    }

    private boolean isUnsigned(long taskId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        HeldMeeting held = over(task).get(0);
        MeetingMinutes open = minutes.of(held.getId()).stream()
                .filter(one -> !one.isFrozen())
                .findFirst()
                .orElse(null);
        List<MinutesSignature> given = open == null ? List.of() : signatures.of(List.of(open.getId()));
        if (open == null || given.isEmpty()) {
            return true;
        }
        byte[] digest = seal.digest(reading.of(task, held, open.getConclusion(), scope));
        return own(held, scope).stream()
                .anyMatch(role ->
                        given.stream().noneMatch(one -> one.getRole() == role && one.isOf(digest, scope.memberId())));
    }

    private List<HeldMeeting> over(BranchTask task) {
        return console.all(task).stream().filter(one -> one.getPhase().isHeld()).toList();
    }

    private MinutesView view(
            BranchTask task, HeldMeeting held, List<HeldMeeting> over, @Nullable Integer version, BranchScope scope) {
        List<MeetingMinutes> versions = minutes.of(held.getId());
        boolean isLast = meetings.find(task)
                .filter(last -> last.getId().equals(held.getId()))
                .isPresent();
        boolean desk = isLast && isAtDesk(held, scope);
        boolean open = held.getPhase() == MeetingPhase.RECORD_OPEN;
        MeetingMinutes shown = shown(versions, version, open && desk);
        boolean frozen = shown != null && shown.isFrozen();
        MinutesReading.Draft draft = shown != null && shown.isFrozen()
                ? new MinutesReading.Draft(seal.open(shown), Map.of())
                : reading.draft(task, held, shown == null ? null : shown.getConclusion(), scope);
        MinutesContent whole = draft.content();
        MinutesReader reader = MinutesReader.of(held, scope);
        boolean writes = desk && open && !frozen;
        byte[] digest = seal.digest(whole);
        List<MinutesSignature> signed = versions.isEmpty()
                ? List.of()
                : signatures.of(versions.stream().map(MeetingMinutes::getId).toList());
        return new MinutesView(
                task,
                held,
                over,
                whole.as(reader),
                shown,
                frozen,
                versions.stream().map(one -> row(one, signed)).toList(),
                signatures(held, shown, digest, signed),
                HexFormat.of().formatHex(digest),
                writes ? gaps(held, whole) : List.of(),
                reader,
                writes,
                writes ? own(held, scope) : Set.of(),
                desk && !open && held.getSource() == null && mayCorrect(held, scope) && version == null,
                writes ? decisions.of(held.getId()) : List.of(),
                writes ? draft.notesVersions() : Map.of());
    }

    private static @Nullable MeetingMinutes shown(
            List<MeetingMinutes> versions, @Nullable Integer version, boolean writes) {
        if (version != null) {
            return versions.stream()
                    .filter(one -> one.getNumber() == version && one.isFrozen())
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException(MeetingMinutes.class, version));
        }
        return versions.stream()
                .filter(one -> writes || one.isFrozen())
                .findFirst()
                .orElse(versions.isEmpty() ? null : versions.get(0));
    }

    /** The committee and its helpers, the chair and the recorder of the meeting. */
    private static boolean isAtDesk(HeldMeeting held, BranchScope scope) {
        boolean signs = Arrays.stream(SignatureRole.values()).anyMatch(role -> isOwn(role.of(held), scope));
        return !scope.role().isSuperior() && (scope.role().worksForBranch() || signs);
    }

    private static boolean isOwn(@Nullable Member member, BranchScope scope) {
        return member != null && scope.isOwn(member.getId());
    }

    static boolean mayCorrect(HeldMeeting held, BranchScope scope) {
        return scope.role().leadsBranch() || isOwn(held.getRecorder(), scope);
    }

    private static Set<SignatureRole> own(HeldMeeting held, BranchScope scope) {
        return Arrays.stream(SignatureRole.values())
                .filter(role -> isOwn(role.of(held), scope))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(SignatureRole.class)));
    }

    private static MinutesView.Version row(MeetingMinutes one, List<MinutesSignature> signed) {
        return new MinutesView.Version(
                one.getNumber(),
                one.getCorrectionReason(),
                one.getBegunAt(),
                one.getBegunBy(),
                one.getFrozenAt(),
                signed.stream()
                        .filter(each -> each.getMinutesId().equals(one.getId()))
                        .toList());
    }

    private static List<MinutesView.Signed> signatures(
            HeldMeeting held, @Nullable MeetingMinutes shown, byte[] digest, List<MinutesSignature> signed) {
        List<MinutesView.Signed> all = new ArrayList<>();
        for (SignatureRole role : SignatureRole.values()) {
            Member member = role.of(held);
            Optional<MinutesSignature> given = shown == null
                    ? Optional.empty()
                    : signed.stream()
                            .filter(one -> one.getMinutesId().equals(shown.getId()) && one.getRole() == role)
                            .findFirst();
            boolean counts = given.filter(one -> (shown != null && shown.isFrozen())
                            || one.isOf(digest, member == null ? null : member.getId()))
                    .isPresent();
            all.add(new MinutesView.Signed(
                    role,
                    given.map(MinutesSignature::getName).orElse(member == null ? "—" : member.getName()),
                    given.map(MinutesSignature::getSignedAt).orElse(null),
                    given.isPresent() && !counts));
        }
        return all;
    }

    /** What the minutes do not tell yet; what is hard keeps them from being signed. */
    static List<Gap> gaps(HeldMeeting held, MinutesContent whole) {
        List<Gap> gaps = new ArrayList<>();
        List<String> silent = whole.absentees().stream()
                .filter(one -> one.reason() == null)
                .map(MinutesContent.Absentee::name)
                .toList();
        if (!silent.isEmpty()) {
            gaps.add(new Gap(true, "minutes.gap.reasons", List.of(silent.size(), String.join("、", silent)), "absent"));
        }
        if (held.getRecorder() == null) {
            gaps.add(new Gap(true, "minutes.gap.recorder", List.of(), "head"));
        }
        List<String> empty = whole.items().stream()
                .filter(item -> !item.struck() && item.isEmpty())
                .map(item -> "“" + item.title() + "”")
                .toList();
        if (!empty.isEmpty()) {
            gaps.add(new Gap(false, "minutes.gap.notes", List.of(empty.size(), String.join("", empty)), "items"));
        }
        if (whole.decisions().isEmpty()) {
            gaps.add(new Gap(false, "minutes.gap.decisions", List.of(), "decisions"));
        }
        return gaps;
    }
}
