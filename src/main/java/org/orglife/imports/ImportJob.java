package org.orglife.imports;

import java.util.Map;
import java.util.OptionalLong;
import org.orglife.job.JobWork;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;

/** Writes a large workbook in the background. */
@Component
public class ImportJob implements JobWork {

    private final ImportService imports;

    ImportJob(ImportService imports) {
        this.imports = imports;
    }

    @Override
    public String kind() {
        return "import";
    }

    @Override
    public OptionalLong run(Map<String, String> parameters, Actor actor, BranchScope scope, Progress progress) {
        long batch = Long.parseLong(parameters.getOrDefault("batch", "0"));
        long total = Long.parseLong(parameters.getOrDefault("rows", "0"));
        if (imports.isDone(batch, actor)) {
            // An earlier run wrote it and was killed before the job could be told.
            return OptionalLong.empty();
        }
        try {
            if (!imports.confirm(batch, actor, scope, rows -> progress.reached(rows, total))
                    .isReady()) {
                throw new RuleViolationException("imports.changed-meanwhile");
            }
            return OptionalLong.empty();
        } catch (RuntimeException failed) {
            imports.fellBack(batch);
            throw failed;
        }
    }
}
