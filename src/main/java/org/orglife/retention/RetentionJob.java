package org.orglife.retention;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.orglife.audit.AuditTrail;
import org.orglife.job.JobWork;
import org.orglife.job.Jobs;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what is due in the background; one material at a time. */
@Component
public class RetentionJob implements JobWork {

    private static final String MATERIAL = "material";

    private final Retention retention;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final Labels labels;

    RetentionJob(Retention retention, Jobs jobs, AuditTrail audit, Labels labels) {
        this.audit = audit;
        this.retention = retention;
        this.jobs = jobs;
        this.labels = labels;
    }

    /**
     * Queues the deletion of a material.
     *
     * @param seen pieces that whoever asks for it was shown as due
     * @throws RuleViolationException {@code retention.changed} if another number is due by now
     */
    @Transactional
    public long queue(Material material, long seen, Actor actor, BranchScope scope) {
        long due = retention.due(scope).stream()
                .filter(each -> each.material() == material)
                .mapToLong(Retention.Due::pieces)
                .sum();
        if (due == 0 || due != seen) {
            throw new RuleViolationException("retention.changed");
        }
        audit.record(RetentionAction.DELETION_ASKED, "Material", material.name(), null);
        return jobs.queue(
                this, labels.text("retention.job", labels.of(material)), Map.of(MATERIAL, material.name()), actor);
    }

    @Override
    public String kind() {
        return "retention";
    }

    @Override
    public OptionalLong run(Map<String, String> parameters, Actor actor, BranchScope scope, Progress progress) {
        Material material = Material.valueOf(Objects.requireNonNull(parameters.get(MATERIAL)));
        retention.delete(material, scope, progress);
        return OptionalLong.empty();
    }
}
