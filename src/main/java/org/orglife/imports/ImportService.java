package org.orglife.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.orglife.attachment.FileStore;
import org.orglife.attachment.StoredFile;
import org.orglife.audit.AuditTrail;
import org.orglife.excel.CellProblem;
import org.orglife.excel.ExcelWorkbook;
import org.orglife.excel.MarkedWorkbook;
import org.orglife.excel.TemplateWorkbook;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.PathRange;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes workbooks in: upload, check, confirm, undo. All of a workbook or nothing. */
@Service
public class ImportService {

    private static final String TYPE = "ImportBatch";
    private static final Duration KEPT = Duration.ofHours(24);
    private static final TypeReference<Map<String, String>> CHOICES = new TypeReference<>() {};

    private final ImportBatchRepository batches;
    private final Importer importer;
    private final ImportRecords records;
    private final FileStore files;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;

    ImportService(
            ImportBatchRepository batches,
            Importer importer,
            ImportRecords records,
            FileStore files,
            AuditTrail audit,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock) {
        this.batches = batches;
        this.importer = importer;
        this.records = records;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** A batch with what would happen, and the choices it leaves open. */
    public record View(ImportBatch batch, @Nullable ImportPreview preview, List<ImportQuestion> questions) {}

    /** The latest imports of the caller's unit, his own and his colleagues'. */
    @Transactional(readOnly = true)
    public List<ImportBatch> latest(Actor actor) {
        Long unit = actor.unitId();
        return unit == null ? List.of() : batches.latestOf(List.of(unit));
    }

    /**
     * Keeps an uploaded workbook and checks it.
     *
     * @return id of the batch
     */
    public long upload(String fileName, InputStream contents, Actor actor, BranchScope scope) throws IOException {
        Long unit = actor.unitId();
        if (unit == null) {
            throw new RuleViolationException("imports.no-unit");
        }
        StoredFile file = files.store(actor.accountId(), fileName, contents, KEPT);
        long id = Objects.requireNonNull(transaction.execute(status -> {
            ImportBatch batch = batches.save(new ImportBatch(
                    actor,
                    unit,
                    file.getOriginalName(),
                    file.getId(),
                    json.writeValueAsString(Map.of()),
                    clock.instant()));
            audit.record(ImportAction.WORKBOOK_UPLOADED, TYPE, batch.getId(), null);
            return batch.getId();
        }));
        check(id, Map.of(), actor, scope);
        return id;
    }

    /** Checks again, with other answers or corrections. */
    public void check(long id, Map<String, String> answers, Actor actor, BranchScope scope) {
        ImportBatch batch = get(id, actor);
        batch.requireWaiting();
        Map<String, String> choices = new HashMap<>(choices(batch));
        choices.putAll(answers);
        ImportPreview preview;
        try {
            ExcelWorkbook workbook = importer.read(files.path(fileId(batch)), choices);
            importer.questions(workbook, choices, batch.getFileName(), scope)
                    .forEach(question -> question.answers().forEach(choices::putIfAbsent));
            preview = tried(workbook, choices, batch, scope);
        } catch (RuleViolationException unreadable) {
            preview = ImportPreview.unreadable(unreadable.code(), unreadable.arguments());
        }
        String found = json.writeValueAsString(preview);
        ImportVerdict cameTo = preview.verdict();
        transaction.executeWithoutResult(status -> batches.lock(id)
                .orElseThrow(() -> new NotFoundException(ImportBatch.class, id))
                .checked(json.writeValueAsString(choices), found, cameTo));
    }

    /** An import that is rolled back whatever it finds. */
    private ImportPreview tried(
            ExcelWorkbook workbook, Map<String, String> choices, ImportBatch batch, BranchScope scope) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return importer.apply(workbook, run(batch, choices, scope, true, rows -> {}));
        }));
    }

    private Run run(
            ImportBatch batch, Map<String, String> choices, BranchScope scope, boolean trial, IntConsumer progress) {
        return new Run(
                scope,
                batch.getUnitId(),
                batch.getActorName(),
                LocalDate.now(clock),
                choices,
                records,
                trial,
                progress);
    }

    /**
     * A batch of the caller's unit with its preview.
     *
     * @throws NotFoundException if there is none, or it belongs to another unit or role
     */
    public View view(long id, Actor actor, BranchScope scope) {
        ImportBatch batch = get(id, actor);
        ImportPreview preview = preview(batch);
        List<ImportQuestion> questions = List.of();
        if (batch.getState() == ImportState.WAITING && preview != null && preview.isWorkbook() && !preview.isBlank()) {
            Map<String, String> choices = choices(batch);
            questions = preview.unreadable() == null
                    ? importer.questions(preview.sheetNames(), choices, batch.getFileName(), scope)
                    : importer.questions(
                            importer.read(files.path(fileId(batch)), choices), choices, batch.getFileName(), scope);
        }
        return new View(batch, preview, questions);
    }

    private ImportBatch get(long id, Actor actor) {
        return batches.findById(id)
                .filter(batch -> batch.getUnitId().equals(actor.unitId()) && isSameOffice(batch, actor))
                .orElseThrow(() -> new NotFoundException(ImportBatch.class, id));
    }

    /** What an office has uploaded is not for a branch, and the other way round. */
    private static boolean isSameOffice(ImportBatch batch, Actor actor) {
        return (batch.getRole() == Role.PARTY_OFFICE) == (actor.role() == Role.PARTY_OFFICE);
    }

    /**
     * Writes a workbook, all of it, in one transaction.
     *
     * @return what it did; with problems if something has changed since the check, and then nothing was written
     * @throws RuleViolationException {@code imports.already-done} if somebody else was quicker
     */
    public ImportPreview confirm(long id, Actor actor, BranchScope scope, IntConsumer progress) {
        ImportBatch seen = get(id, actor);
        Map<String, String> choices = choices(seen);
        if (seen.getState() != ImportState.RUNNING) {
            seen.requireWaiting();
        }
        long file = fileId(seen);
        ExcelWorkbook workbook = read(file, choices, id, actor);
        ImportPreview outcome = Objects.requireNonNull(transaction.execute(status -> {
            batches.lockTree(root(scope));
            ImportBatch batch = batches.lock(id).orElseThrow(() -> new NotFoundException(ImportBatch.class, id));
            if (batch.getState() != ImportState.RUNNING) {
                batch.requireWaiting();
            }
            Run run = run(batch, choices, scope, false, progress);
            ImportPreview preview = importer.apply(workbook, run);
            if (!preview.isReady()) {
                status.setRollbackOnly();
                return preview;
            }
            records.keep(id, run.lines());
            batch.done(actor, clock.instant(), json.writeValueAsString(preview.settled()));
            audit.record(ImportAction.WORKBOOK_IMPORTED, TYPE, id, null);
            return preview;
        }));
        if (outcome.isReady()) {
            forget(file);
        } else {
            String found = json.writeValueAsString(outcome);
            transaction.executeWithoutResult(status -> batches.lock(id).ifPresent(batch -> {
                batch.fellBack(found);
                batch.checked(json.writeValueAsString(choices), found, outcome.verdict());
            }));
        }
        return outcome;
    }

    /** Whoever was quicker has removed the file with his import: then that is what there is to say. */
    private ExcelWorkbook read(long file, Map<String, String> choices, long id, Actor actor) {
        try {
            return importer.read(files.path(file), choices);
        } catch (NotFoundException | UncheckedIOException gone) {
            get(id, actor).requireWaiting();
            throw gone;
        }
    }

    /** The first number of the path: the tree the import goes into. */
    private static int root(BranchScope scope) {
        PathRange range = scope.subtrees().get(0);
        return (int) (Long.parseLong(range.from().substring(1, range.from().indexOf('/', 1))) % Integer.MAX_VALUE);
    }

    /** Marks a batch as being written by a job. */
    @Transactional
    public void queued(long id, long job, Actor actor) {
        get(id, actor);
        batches.lock(id)
                .orElseThrow(() -> new NotFoundException(ImportBatch.class, id))
                .queued(job, actor, clock.instant());
    }

    /**
     * Whether a batch has been written.
     *
     * @throws NotFoundException if there is none, or it belongs to another unit or role
     */
    @Transactional(readOnly = true)
    public boolean isDone(long id, Actor actor) {
        return get(id, actor).getState() == ImportState.DONE;
    }

    /** Lets a batch wait again whose job came to nothing. */
    @Transactional
    public void fellBack(long id) {
        batches.lock(id).ifPresent(batch -> batch.fellBack(Objects.requireNonNullElse(batch.getPreview(), "{}")));
    }

    /** Puts an upload aside and forgets its file. */
    public void cancel(long id, Actor actor) {
        Long file = get(id, actor).getFileId();
        transaction.executeWithoutResult(status -> {
            batches.lock(id)
                    .orElseThrow(() -> new NotFoundException(ImportBatch.class, id))
                    .cancel(actor, clock.instant());
            audit.record(ImportAction.IMPORT_CANCELLED, TYPE, id, null);
        });
        if (file != null) {
            forget(file);
        }
    }

    /**
     * Takes an import back.
     *
     * @throws RuleViolationException {@code imports.undo.changed} once one of its records has been changed
     */
    @Transactional
    public void undo(long id, Actor actor, BranchScope scope) {
        get(id, actor);
        batches.lockTree(root(scope));
        ImportBatch batch = batches.lock(id).orElseThrow(() -> new NotFoundException(ImportBatch.class, id));
        batch.undone(actor, clock.instant());
        Run run = run(batch, Map.of(), scope, false, rows -> {});
        List<SheetImport> backwards = importer.imports().stream()
                .sorted((one, two) -> Integer.compare(two.order(), one.order()))
                .toList();
        for (SheetImport taker : backwards) {
            List<ImportRecord> written = records.of(id, taker.objectTypes());
            if (!written.isEmpty()) {
                taker.undo(written, run);
            }
        }
        audit.record(ImportAction.IMPORT_UNDONE, TYPE, id, null);
    }

    /** Forgets uploads that nobody has confirmed for a day. */
    @Transactional
    public void expire() {
        batches.waitingSince(clock.instant().minus(KEPT)).forEach(batch -> {
            Long file = batch.getFileId();
            batch.expire();
            if (file != null) {
                forget(file);
            }
        });
    }

    /** Writes the user's own workbook with the mistakes marked in it. */
    public void writeMarked(long id, Actor actor, Function<CellProblem, String> sentence, OutputStream out)
            throws IOException {
        ImportBatch batch = get(id, actor);
        ImportPreview preview = preview(batch);
        if (preview == null || preview.problems().isEmpty()) {
            throw new NotFoundException(ImportBatch.class, id);
        }
        MarkedWorkbook.write(files.path(fileId(batch)), preview.problems(), sentence, out);
    }

    /** Writes the blank workbook of a kind, {@code roster} or {@code ledger}, with the sheets this role may bring. */
    public void writeTemplate(String name, Role role, OutputStream out) throws IOException {
        List<TemplateWorkbook.Sheet> sheets = importer.imports().stream()
                .filter(taker -> taker.templateName().equals(name) && taker.isOpenTo(role))
                .map(taker -> new TemplateWorkbook.Sheet(taker.sheetName(), taker.templateColumns()))
                .toList();
        if (sheets.isEmpty()) {
            throw new NotFoundException(SheetImport.class, name);
        }
        TemplateWorkbook.write(sheets, out);
    }

    private @Nullable ImportPreview preview(ImportBatch batch) {
        return batch.getPreview() == null ? null : json.readValue(batch.getPreview(), ImportPreview.class);
    }

    private Map<String, String> choices(ImportBatch batch) {
        return json.readValue(batch.getChoices(), CHOICES);
    }

    private void forget(long file) {
        importer.forget();
        files.remove(file);
    }

    private static long fileId(ImportBatch batch) {
        Long file = batch.getFileId();
        if (file == null) {
            throw new RuleViolationException("imports.over");
        }
        return file;
    }
}
