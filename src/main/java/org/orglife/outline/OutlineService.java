package org.orglife.outline;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.PersonalText;
import org.orglife.organisation.Member;
import org.orglife.organisation.Roster;
import org.orglife.sealing.Sealer;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outlines and texts for the meeting: begun from the own list of problems, kept, handed in, read, shown. Where the
 * campaign wants no paper, all of this is not found.
 */
@Service
@Transactional
public class OutlineService {

    /** Sealed texts and remarks open in these fields only. */
    static final String TEXT = "outline.text";

    static final String REMARK = "outline.remark";

    private static final String TYPE = "Outline";
    private static final TypeReference<Map<OutlineSection, String>> PARTS = new TypeReference<>() {};

    private final OutlineRepository outlines;
    private final OutlineSkeleton skeleton;
    private final OutlineQuery query;
    private final BranchTaskService tasks;
    private final Roster roster;
    private final Sealer sealer;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final EntityManager entities;
    private final Clock clock;

    OutlineService(
            OutlineRepository outlines,
            OutlineSkeleton skeleton,
            OutlineQuery query,
            BranchTaskService tasks,
            Roster roster,
            Sealer sealer,
            JsonMapper json,
            AuditTrail audit,
            EntityManager entities,
            Clock clock) {
        this.outlines = outlines;
        this.skeleton = skeleton;
        this.query = query;
        this.tasks = tasks;
        this.roster = roster;
        this.sealer = sealer;
        this.json = json;
        this.audit = audit;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * A text as its author finds it in the form.
     *
     * @param outline null for one that is not begun yet
     * @param text what he works on; for a new one what the records give
     * @param sections the parts it has
     * @param missing problems of the list that are not in it yet
     * @param remark what was said when it was given back; null if it was not
     */
    public record Sheet(
            BranchTask task,
            OutlineKind kind,
            @Nullable Outline outline,
            OutlineText text,
            List<OutlineSection> sections,
            List<String> missing,
            @Nullable Round remark) {

        public Sheet {
            sections = List.copyOf(sections);
            missing = List.copyOf(missing);
        }

        /** Key of what it is called. */
        public String titleKey() {
            return Outline.titleKey(kind, task);
        }
    }

    /**
     * A version with what was said to it.
     *
     * @param verdict null while nobody has said anything
     */
    public record Round(
            int number,
            LocalDate handedInOn,
            OutlineText text,
            @Nullable Verdict verdict,
            @Nullable String remark,
            @Nullable String reviewer,
            @Nullable LocalDate reviewedOn) {}

    /**
     * A text as the caller may read it.
     *
     * @param text the words he sees: the author what he works on, everybody else what was handed in last
     * @param rounds versions, the newest first; those who read by the author's consent get the newest without remarks
     * @param author whether he may go on writing
     * @param review whether he may say something to the newest version
     * @param share whether he decides who else reads it
     */
    public record Reading(
            Outline outline, OutlineText text, List<Round> rounds, boolean author, boolean review, boolean share) {

        public Reading {
            rounds = List.copyOf(rounds);
        }

        /** A version by its number; the newest for one that does not exist. */
        public Optional<Round> round(@Nullable Integer number) {
            return rounds.stream()
                    .filter(each -> number != null && each.number() == number)
                    .findFirst();
        }
    }

    /**
     * What the caller finds about the texts of a branch.
     *
     * @param mine his own; null if he has none or is not of this branch
     * @param branchs the branch's own; null if there is none or he may not know of it
     * @param lines members with their texts: all of them for those who work for the branch, otherwise those he may read
     * @param readable ids of the texts he may open
     */
    public record Overview(
            BranchTask task,
            boolean member,
            boolean works,
            boolean reviews,
            @Nullable Outline mine,
            @Nullable Outline branchs,
            List<OutlineQuery.Line> lines,
            List<Long> readable) {

        public Overview {
            lines = List.copyOf(lines);
            readable = List.copyOf(readable);
        }

        /** Key of what a member's text is called in this campaign. */
        public String titleKey() {
            return Outline.titleKey(OutlineKind.MEMBER, task);
        }

        /** Whether everybody has to write one. */
        public boolean required() {
            return task.getCampaign().getPolicy().personalText() != PersonalText.OUTLINE_OPTIONAL;
        }

        public long handedIn() {
            return lines.stream().filter(OutlineQuery.Line::isHandedIn).count();
        }

        public List<OutlineQuery.Line> notYet() {
            return lines.stream().filter(line -> !line.isHandedIn()).toList();
        }
    }

    /**
     * The texts of a branch, as far as the caller may know of them.
     *
     * @throws NotFoundException if the task lies outside the scope, or its campaign wants no texts
     */
    @Transactional(readOnly = true)
    public Overview overview(long taskId, BranchScope scope) {
        BranchTask task = task(taskId, scope);
        boolean works = scope.role().worksForBranch();
        boolean reviews = OutlineAccess.reviews(task.getCampaign().getPolicy(), scope.role(), hasSecretary(task));
        Outline mine = scope.memberId() == null
                ? null
                : outlines.find(taskId, scope.memberId()).orElse(null);
        Outline branchs = outlines.find(taskId, null)
                .filter(found -> OutlineAccess.mayRead(found, scope, true))
                .orElse(null);
        List<OutlineQuery.Line> all = query.lines(task);
        boolean open = OutlineAccess.opens(task.getCampaign().getPolicy(), scope);
        List<Long> readable = all.stream()
                .filter(OutlineQuery.Line::isHandedIn)
                .filter(line -> scope.isOwn(line.memberId()) || reviews || (open && line.sharedOn() != null))
                .map(line -> Objects.requireNonNull(line.id()))
                .toList();
        List<OutlineQuery.Line> lines = works
                ? all
                : all.stream()
                        .filter(line -> line.id() != null && readable.contains(line.id()))
                        .filter(line -> !scope.isOwn(line.memberId()))
                        .toList();
        return new Overview(task, isHere(task, scope), works, reviews, mine, branchs, lines, readable);
    }

    /**
     * The form of a text that is the caller's to write.
     *
     * @throws NotFoundException if the task lies outside the scope, its campaign wants no texts, or the text is not his
     */
    @Transactional(readOnly = true)
    public Sheet sheet(long taskId, OutlineKind kind, BranchScope scope) {
        BranchTask task = task(taskId, scope);
        Long member = author(task, kind, scope);
        Outline outline = outlines.find(taskId, member).orElse(null);
        OutlineText text = outline == null ? skeleton.of(task, member) : working(outline);
        Round remark = outline == null || outline.getState() != OutlineState.RETURNED
                ? null
                : outline.newest().map(this::round).orElse(null);
        return new Sheet(
                task,
                kind,
                outline,
                text,
                kind.sections(task.getCampaign().getKind()),
                outline == null ? List.of() : skeleton.missing(task, member, text),
                remark);
    }

    /** Whose text it is: the caller's own, or null for the branch's. */
    private @Nullable Long author(BranchTask task, OutlineKind kind, BranchScope scope) {
        if (kind == OutlineKind.BRANCH ? !scope.role().worksForBranch() : !isHere(task, scope)) {
            throw new NotFoundException(Outline.class, task.getId());
        }
        return kind == OutlineKind.BRANCH ? null : scope.memberId();
    }

    private boolean isHere(BranchTask task, BranchScope scope) {
        return scope.memberId() != null
                && roster.membersOf(task.getBranch().getId(), LocalDate.now(clock), scope).stream()
                        .anyMatch(person -> scope.isOwn(person.id()));
    }

    private boolean hasSecretary(BranchTask task) {
        return !roster.secretariesOf(List.of(task.getBranch().getId()), LocalDate.now(clock))
                .isEmpty();
    }

    /** The task, where its campaign leaves room for texts. */
    private BranchTask task(long taskId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        if (!OutlineAccess.isAllowed(task.getCampaign().getPolicy())
                || scope.role().isSuperior()) {
            throw new NotFoundException(Outline.class, taskId);
        }
        return task;
    }

    /**
     * Keeps a text, or hands it in.
     *
     * @param version of the text that the form was opened on; null for a new one
     * @param handIn false to keep it for the author alone
     * @return its id
     * @throws NotFoundException as for {@link #sheet}
     * @throws StaleEditException if it was saved elsewhere since the form was opened
     * @throws RuleViolationException {@code outline.empty} if nothing is written, {@code campaign.task.closed} if the
     *     branch is done with the campaign
     */
    public long write(
            long taskId,
            OutlineKind kind,
            @Nullable Long version,
            OutlineText text,
            boolean handIn,
            BranchScope scope) {
        task(taskId, scope);
        BranchTask task = tasks.workOn(taskId, scope);
        Long member = author(task, kind, scope);
        if (text.isEmpty()) {
            throw new RuleViolationException("outline.empty");
        }
        Outline outline = outlines.find(taskId, member)
                .orElseGet(
                        () -> new Outline(task, member == null ? null : entities.getReference(Member.class, member)));
        if (outline.isBegun() && !Long.valueOf(outline.getVersion()).equals(version)) {
            throw new StaleEditException(outline.getVersion(), current(outline, task));
        }
        byte[] sealed = sealer.seal(json.writeValueAsString(text.parts()), TEXT);
        if (handIn) {
            outline.handIn(sealed, LocalDate.now(clock));
        } else {
            outline.keep(sealed);
        }
        Outline saved = outlines.save(outline);
        note(handIn ? OutlineAction.OUTLINE_HANDED_IN : OutlineAction.OUTLINE_SAVED, saved);
        return saved.getId();
    }

    private List<CurrentText> current(Outline outline, BranchTask task) {
        OutlineText now = working(outline);
        return outline.getKind().sections(task.getCampaign().getKind()).stream()
                .map(section -> new CurrentText("text[" + section.name() + "]", section.labelKey(), now.of(section)))
                .toList();
    }

    private void note(OutlineAction action, Outline outline) {
        audit.record(
                action, TYPE, outline.getId(), outline.getTask().getBranch().getName());
    }

    private Outline get(long id, BranchScope scope) {
        return outlines.findById(id)
                .filter(found -> found.getTask().getBranch().isWithin(scope))
                .filter(found ->
                        OutlineAccess.isAllowed(found.getTask().getCampaign().getPolicy()))
                .filter(found -> OutlineAccess.mayRead(found, scope, hasSecretary(found.getTask())))
                .orElseThrow(() -> new NotFoundException(Outline.class, id));
    }

    /**
     * A text as the caller may read it.
     *
     * @throws NotFoundException if there is none, or it is not his to read
     */
    @Transactional(readOnly = true)
    public Reading read(long id, BranchScope scope) {
        Outline outline = get(id, scope);
        boolean author = OutlineAccess.isAuthor(outline, scope);
        boolean reviews = OutlineAccess.mayReview(outline, scope, hasSecretary(outline.getTask()));
        OutlineText text =
                author ? working(outline) : outline.newest().map(this::text).orElseThrow();
        List<Round> rounds = author || reviews
                ? outline.getVersions().stream()
                        .sorted(Comparator.comparingInt(OutlineVersion::getNumber)
                                .reversed())
                        .map(this::round)
                        .toList()
                : List.of();
        return new Reading(
                outline,
                text,
                rounds,
                author,
                reviews && outline.getState() == OutlineState.HANDED_IN,
                OutlineAccess.mayShare(outline, scope));
    }

    private OutlineText working(Outline outline) {
        byte[] sealed = outline.getWorkingSealed();
        return sealed == null ? outline.newest().map(this::text).orElseThrow() : opened(sealed);
    }

    private OutlineText text(OutlineVersion version) {
        return opened(version.getTextSealed());
    }

    private OutlineText opened(byte[] sealed) {
        return new OutlineText(json.readValue(sealer.open(sealed, TEXT), PARTS));
    }

    private Round round(OutlineVersion version) {
        byte[] remark = version.getRemarkSealed();
        return new Round(
                version.getNumber(),
                version.getHandedInOn(),
                text(version),
                version.getVerdict(),
                remark == null ? null : sealer.open(remark, REMARK),
                version.getReviewerName(),
                version.getReviewedOn());
    }

    /**
     * Says something to the version handed in last.
     *
     * @param number of the version that was read
     * @param remark required where it is given back
     * @throws NotFoundException if the caller is not the one who reads it
     * @throws RuleViolationException {@code outline.review.remark} without a remark, {@code outline.review.old} if a
     *     newer version was handed in since, {@code outline.review.done} if somebody has said something to it already
     */
    public void review(long id, int number, Verdict verdict, @Nullable String remark, Actor actor, BranchScope scope) {
        Outline outline = get(id, scope);
        if (!OutlineAccess.mayReview(outline, scope, hasSecretary(outline.getTask()))) {
            throw new NotFoundException(Outline.class, id);
        }
        if (verdict == Verdict.RETURNED && remark == null) {
            throw new RuleViolationException("outline.review.remark");
        }
        tasks.workOn(outline.getTask().getId(), scope);
        outline.reviewed(
                number,
                new Outline.Review(
                        verdict,
                        remark == null ? null : sealer.seal(remark, REMARK),
                        actor.displayName(),
                        actor.accountId(),
                        LocalDate.now(clock)));
        note(verdict == Verdict.ACCEPTED ? OutlineAction.OUTLINE_ACCEPTED : OutlineAction.OUTLINE_RETURNED, outline);
    }

    /**
     * Lets the members of the branch read what was handed in, or no longer.
     *
     * @throws NotFoundException if that is not the caller's to decide, or the campaign does not provide for it
     * @throws RuleViolationException {@code outline.share.nothing} if nothing was handed in
     */
    public void share(long id, boolean on, BranchScope scope) {
        Outline outline = get(id, scope);
        if (!OutlineAccess.mayShare(outline, scope)) {
            throw new NotFoundException(Outline.class, id);
        }
        outline.share(on ? LocalDate.now(clock) : null);
        note(on ? OutlineAction.OUTLINE_SHARED : OutlineAction.OUTLINE_UNSHARED, outline);
    }
}
