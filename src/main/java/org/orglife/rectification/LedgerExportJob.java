package org.orglife.rectification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.orglife.attachment.FileStore;
import org.orglife.job.JobWork;
import org.orglife.job.Jobs;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.springframework.stereotype.Component;

/** Makes a large ledger in the background. */
@Component
public class LedgerExportJob implements JobWork {

    private static final String VARIANT = "variant";
    private static final String ROWS = "rows";

    /** How long the file waits to be fetched. */
    private static final Duration KEEP = Duration.ofDays(7);

    private final LedgerExport export;
    private final Jobs jobs;
    private final FileStore files;
    private final Labels labels;

    LedgerExportJob(LedgerExport export, Jobs jobs, FileStore files, Labels labels) {
        this.export = export;
        this.jobs = jobs;
        this.files = files;
        this.labels = labels;
    }

    /** Queues a ledger of about so many rows. */
    public void queue(LedgerFilter filter, LedgerVariant variant, long rows, Actor actor) {
        Map<String, String> parameters = new HashMap<>(filter.parameters());
        parameters.put(VARIANT, variant.name());
        parameters.put(ROWS, String.valueOf(rows));
        jobs.queue(this, labels.text("rectification.export.job"), parameters, actor);
    }

    @Override
    public String kind() {
        return "ledger-export";
    }

    @Override
    public OptionalLong run(Map<String, String> parameters, Actor actor, BranchScope scope, Progress progress) {
        long total = export.writtenFor(Long.parseLong(parameters.getOrDefault(ROWS, "0")));
        LedgerVariant variant = LedgerVariant.valueOf(Objects.requireNonNull(parameters.get(VARIANT)));
        try (LedgerFile file = export.ledger(
                LedgerFilter.of(parameters), variant, actor, scope, done -> progress.reached(done, total))) {
            return OptionalLong.of(files.make(actor.accountId(), file.name(), KEEP, file::write)
                    .getId());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
