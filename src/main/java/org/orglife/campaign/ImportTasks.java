package org.orglife.campaign;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.CellProblem;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.NearestWords;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportRecord;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.PeopleByName;
import org.orglife.organisation.Roster;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds the branches that the rows of a sheet name, and their tasks in the campaign the sheet goes into. */
@Component
public class ImportTasks {

    /** Under this name a task stands in the records of an import that has moved it on. */
    public static final String TYPE = "BranchTask";

    /** The column in which the rows of such a sheet name their branch. */
    public static final ExcelColumn BRANCH =
            ExcelColumn.required("党支部").alsoCalled("支部", "所在支部", "所在党支部", "所属支部", "所属党支部", "党支部名称");

    private static final String STATE = "state";
    private static final int LONGEST_NAME = 80;

    private final OrgUnitService units;
    private final BranchTaskService tasks;
    private final Roster roster;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;

    ImportTasks(
            OrgUnitService units,
            BranchTaskService tasks,
            Roster roster,
            ApplicationEventPublisher events,
            EntityManager entities) {
        this.units = units;
        this.tasks = tasks;
        this.roster = roster;
        this.events = events;
        this.entities = entities;
    }

    /** The branches and tasks of one sheet. */
    public Sheet of(Campaign campaign, ImportContext context) {
        Map<String, List<OrgUnit>> byName =
                units.branches(context.scope()).stream().collect(Collectors.groupingBy(OrgUnit::getName));
        return new Sheet(campaign, context, byName);
    }

    /** Lets the figures of tasks be counted anew, once what was written for them has been taken back. */
    public void recount(Collection<Long> taskIds) {
        entities.flush();
        new HashSet<>(taskIds).forEach(task -> events.publishEvent(new TaskChanged(task)));
    }

    /** Puts the tasks that an import has moved on back into the state they had before. */
    public void moveBack(List<ImportRecord> records) {
        for (ImportRecord record : records) {
            if (record.type().equals(TYPE) && !record.created()) {
                tasks.undoBackfill(
                        record.id(), BranchTaskState.valueOf(record.before().getOrDefault(STATE, "CREATED")));
            }
        }
    }

    /** For the rows of one sheet, in one import. */
    public final class Sheet {

        private final Campaign campaign;
        private final ImportContext context;
        private final Map<String, List<OrgUnit>> byName;
        private final Set<Long> branches = new HashSet<>();
        private final Map<Long, BranchTask> found = new HashMap<>();
        private final Map<Long, BranchTask> held = new HashMap<>();

        private Sheet(Campaign campaign, ImportContext context, Map<String, List<OrgUnit>> byName) {
            this.campaign = campaign;
            this.context = context;
            this.byName = byName;
        }

        /** The import that the sheet comes with. */
        public ImportContext context() {
            return context;
        }

        /** The branch that a row names; null with what is wrong noted in the row, or if the cell is blank. */
        public @Nullable OrgUnit branch(ExcelRecord record) {
            String name = record.name(BRANCH, LONGEST_NAME);
            if (name == null) {
                return null;
            }
            OrgUnit branch = named(name);
            if (branch == null) {
                object(record, BRANCH, name);
            }
            return branch;
        }

        /** The one branch of that name; null if there is none, or several. */
        public @Nullable OrgUnit named(String name) {
            List<OrgUnit> named = byName.getOrDefault(name, List.of());
            return named.size() == 1 ? named.get(0) : null;
        }

        /** Notes in a row that its branch is not clear by that name. */
        public CellProblem object(ExcelRecord record, ExcelColumn column, String name) {
            return record.suggest(
                    column,
                    NearestWords.nearest(name, byName.keySet()),
                    byName.containsKey(name) ? "campaign.import.branch-twice" : "campaign.import.branch");
        }

        /** Looks for the tasks of these branches. */
        public void find(Collection<OrgUnit> named) {
            named.forEach(branch -> branches.add(branch.getId()));
            if (!branches.isEmpty()) {
                tasks.findAll(campaign.getId(), branches, context.scope())
                        .forEach(task -> found.put(task.getBranch().getId(), task));
            }
        }

        /**
         * Whether something can be written for a branch that was looked for: the campaign has reached it. In a campaign
         * entered afterwards a branch needs no task: it gets one once something is written for it.
         */
        public boolean reaches(OrgUnit branch) {
            return campaign.isBackfilled() || found.containsKey(branch.getId());
        }

        /** Ids of the branches that were looked for. */
        public Set<Long> branches() {
            return Set.copyOf(branches);
        }

        /** The people whom rows may name: all who were ever in the branches that were looked for. */
        public PeopleByName people() {
            return PeopleByName.of(roster, branches, context.today(), context.scope());
        }

        /** Ids of the tasks that are there already. */
        public List<Long> known() {
            return found.values().stream().map(BranchTask::getId).toList();
        }

        /** The task of a branch, taken hold of: its figures are counted anew. */
        public BranchTask hold(OrgUnit branch) {
            BranchTask task = found.get(branch.getId());
            return task == null || campaign.isBackfilled()
                    ? backfill(branch)
                    : held.computeIfAbsent(branch.getId(), id -> tasks.workOn(task.getId(), context.scope()));
        }

        /**
         * The same for what comes after the meeting: a task that was being prepared here goes on to that, which is noted
         * and moved back when the import is taken back.
         */
        public BranchTask backfill(OrgUnit branch) {
            return held.computeIfAbsent(branch.getId(), id -> {
                BranchTask known = found.get(id);
                BranchTaskState before = known == null ? null : known.getState();
                BranchTask task = tasks.backfill(campaign, branch, context.actorName());
                if (before != null && before != task.getState()) {
                    context.changed(TYPE, task.getId(), Map.of(), Map.of(STATE, before.name()), 0);
                }
                return task;
            });
        }
    }
}
