package org.orglife.campaign;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.NearestWords;
import org.orglife.imports.ImportContext;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.springframework.stereotype.Component;

/** Finds the branches that the rows of a sheet name, and their tasks in the campaign the sheet goes into. */
@Component
public class ImportTasks {

    /** The column in which the rows of such a sheet name their branch. */
    public static final ExcelColumn BRANCH =
            ExcelColumn.required("党支部").alsoCalled("支部", "所在支部", "所在党支部", "所属支部", "所属党支部", "党支部名称");

    private final OrgUnitService units;
    private final BranchTaskService tasks;

    ImportTasks(OrgUnitService units, BranchTaskService tasks) {
        this.units = units;
        this.tasks = tasks;
    }

    /** The branches and tasks of one sheet. */
    public Sheet of(Campaign campaign, ImportContext context) {
        Map<String, List<OrgUnit>> byName =
                units.branches(context.scope()).stream().collect(Collectors.groupingBy(OrgUnit::getName));
        return new Sheet(campaign, context, byName);
    }

    /** For the rows of one sheet, in one import. */
    public final class Sheet {

        private final Campaign campaign;
        private final ImportContext context;
        private final Map<String, List<OrgUnit>> byName;
        private final Map<Long, BranchTask> found = new HashMap<>();
        private final Map<Long, BranchTask> held = new HashMap<>();

        private Sheet(Campaign campaign, ImportContext context, Map<String, List<OrgUnit>> byName) {
            this.campaign = campaign;
            this.context = context;
            this.byName = byName;
        }

        /** The branch that a row names; null with what is wrong noted in the row, or if the cell is blank. */
        public @Nullable OrgUnit branch(ExcelRecord record, ExcelColumn column) {
            String name = record.name(column, 80);
            if (name == null) {
                return null;
            }
            List<OrgUnit> named = byName.getOrDefault(name, List.of());
            if (named.size() == 1) {
                return named.get(0);
            }
            String near = NearestWords.of(name, byName.keySet(), 1).stream()
                    .findFirst()
                    .orElse(null);
            record.suggest(column, near, named.isEmpty() ? "campaign.import.branch" : "campaign.import.branch-twice");
            return null;
        }

        /**
         * Looks for the tasks of these branches. In a campaign entered afterwards a branch needs none: it gets one once
         * something is written for it.
         *
         * @return the branches that the campaign has not reached: nothing can be written for them
         */
        public Set<Long> find(Collection<OrgUnit> branches) {
            Set<Long> ids = branches.stream().map(OrgUnit::getId).collect(Collectors.toSet());
            if (ids.isEmpty()) {
                return Set.of();
            }
            tasks.findAll(campaign.getId(), ids, context.scope())
                    .forEach(task -> found.put(task.getBranch().getId(), task));
            return campaign.isBackfilled()
                    ? Set.of()
                    : ids.stream().filter(id -> !found.containsKey(id)).collect(Collectors.toSet());
        }

        /** Ids of the tasks that are there already. */
        public List<Long> known() {
            return found.values().stream().map(BranchTask::getId).toList();
        }

        /** The task of a branch, taken hold of: its figures are counted anew. */
        public BranchTask hold(OrgUnit branch) {
            return held.computeIfAbsent(branch.getId(), id -> {
                BranchTask task = found.get(id);
                return task == null || campaign.isBackfilled()
                        ? tasks.backfill(campaign, branch, context.actorName())
                        : tasks.workOn(task.getId(), context.scope());
            });
        }
    }
}
