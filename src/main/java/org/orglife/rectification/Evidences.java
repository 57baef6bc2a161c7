package org.orglife.rectification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.orglife.attachment.CheckedFile;
import org.orglife.attachment.FileStore;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 佐证材料: put beside what was reported, handed out to whoever may read the item. */
@Service
@Transactional(readOnly = true)
public class Evidences {

    /** Files of one item. */
    public static final int MOST_FILES = 20;

    /** Bytes of one branch in one year. */
    static final long MOST_BYTES = 500L * 1024 * 1024;

    private static final String TYPE = "RectificationItem";

    private final EvidenceRepository evidence;
    private final Items items;
    private final FileStore files;
    private final BranchTaskService tasks;
    private final ItemHistory history;
    private final AuditTrail audit;

    Evidences(
            EvidenceRepository evidence,
            Items items,
            FileStore files,
            BranchTaskService tasks,
            ItemHistory history,
            AuditTrail audit) {
        this.evidence = evidence;
        this.items = items;
        this.files = files;
        this.tasks = tasks;
        this.history = history;
        this.audit = audit;
    }

    /** A file and where it lies, for reading. */
    public record Download(Evidence evidence, Path path) {}

    /** The files of an item that the caller may read, the first first. */
    public List<Evidence> of(RectificationItem item) {
        return evidence.of(item.getId());
    }

    /**
     * Puts files beside a line of the history; one that the item has already is not kept twice.
     *
     * @throws RuleViolationException {@code rectification.evidence.most} with how many it has, above
     *     {@value #MOST_FILES}; {@code rectification.evidence.quota} with the megabytes used this year, above 500
     */
    @Transactional
    void attach(ItemEntry entry, Collection<CheckedFile> uploads, Actor actor) {
        if (uploads.isEmpty()) {
            return;
        }
        List<Evidence> known = evidence.of(entry.getItem().getId());
        List<CheckedFile> fresh = fresh(known, uploads);
        if (known.size() + fresh.size() > MOST_FILES) {
            throw new RuleViolationException("rectification.evidence.most", known.size());
        }
        long used = evidence.bytesOf(entry.getBranchId(), history.today().withDayOfYear(1));
        if (used + fresh.stream().mapToLong(CheckedFile::size).sum() > MOST_BYTES) {
            throw new RuleViolationException("rectification.evidence.quota", used / (1024 * 1024));
        }
        for (CheckedFile file : fresh) {
            keep(entry, file, actor);
        }
        audit.record(
                RectificationAction.EVIDENCE_ADDED,
                TYPE,
                entry.getItem().getId(),
                null,
                List.of("files " + fresh.size()));
    }

    private static List<CheckedFile> fresh(List<Evidence> known, Collection<CheckedFile> uploads) {
        List<byte[]> seen =
                new ArrayList<>(known.stream().map(Evidence::getSha256).toList());
        return uploads.stream()
                .filter(file -> {
                    byte[] digest = file.digest();
                    boolean isNew = seen.stream().noneMatch(other -> Arrays.equals(other, digest));
                    seen.add(digest);
                    return isNew;
                })
                .toList();
    }

    private void keep(ItemEntry entry, CheckedFile file, Actor actor) {
        try {
            long stored = files.keep(actor.accountId(), file).getId();
            evidence.save(new Evidence(entry, stored, file, history.today(), actor));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * A file of an item.
     *
     * @throws NotFoundException if the caller may not read the item, or it has no such file
     */
    public Download download(long itemId, long id, BranchScope scope) {
        Evidence found = get(itemId, id, scope);
        return new Download(found, files.path(found.getFileId()));
    }

    /** Whether the caller may take a file away: who put it there, or who leads the branch, while the item is worked on. */
    public boolean mayRemove(RectificationItem item, Evidence file, BranchScope scope) {
        return item.getState().isWorkable()
                && item.getProblem().getTask().getState().isOpen()
                && (file.getAccountId() == scope.accountId()
                        || (scope.role().leadsBranch()
                                && !item.getProblem().getSubjectKind().isPersonal()));
    }

    /**
     * Takes a file away.
     *
     * @throws RuleViolationException {@code rectification.evidence.stays} if the caller did not put it there, or the item
     *     is handed in
     */
    @Transactional
    public void remove(long itemId, long id, BranchScope scope) {
        Evidence found = get(itemId, id, scope);
        RectificationItem item = items.get(itemId, scope);
        if (!mayRemove(item, found, scope)) {
            throw new RuleViolationException("rectification.evidence.stays");
        }
        tasks.workOn(item.getTaskId(), scope);
        evidence.delete(found);
        files.remove(found.getFileId());
        audit.record(RectificationAction.EVIDENCE_REMOVED, TYPE, itemId, null);
    }

    private Evidence get(long itemId, long id, BranchScope scope) {
        items.get(itemId, scope);
        return evidence.findById(id)
                .filter(file -> file.getItemId() == itemId)
                .orElseThrow(() -> new NotFoundException(Evidence.class, id));
    }
}
