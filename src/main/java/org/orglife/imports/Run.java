package org.orglife.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;

/** One pass through a workbook, for a check or for good. */
final class Run implements ImportContext {

    private final BranchScope scope;
    private final long unitId;
    private final String actorName;
    private final LocalDate today;
    private final Map<String, String> choices;
    private final ImportRecords records;
    private final IntConsumer progress;
    private final boolean trial;
    private final List<ImportRecords.Line> lines = new ArrayList<>();
    private final Map<String, Object> shared = new HashMap<>();
    private Predicate<String> sheets = name -> false;
    private boolean lastSheet;

    Run(
            BranchScope scope,
            long unitId,
            String actorName,
            LocalDate today,
            Map<String, String> choices,
            ImportRecords records,
            boolean trial,
            IntConsumer progress) {
        this.scope = scope;
        this.unitId = unitId;
        this.actorName = actorName;
        this.today = today;
        this.choices = Map.copyOf(choices);
        this.records = records;
        this.trial = trial;
        this.progress = progress;
    }

    List<ImportRecords.Line> lines() {
        return List.copyOf(lines);
    }

    @Override
    public BranchScope scope() {
        return scope;
    }

    @Override
    public long unitId() {
        return unitId;
    }

    @Override
    public String actorName() {
        return actorName;
    }

    @Override
    public LocalDate today() {
        return today;
    }

    @Override
    public @Nullable String choice(String name) {
        return choices.get(name);
    }

    @Override
    @SuppressWarnings("unchecked") // whoever asks by a name knows what he has put there
    public <T> T shared(String name, Supplier<T> make) {
        return (T) shared.computeIfAbsent(name, unknown -> make.get());
    }

    @Override
    public void reached(int rows) {
        progress.accept(rows);
    }

    /** Says by name which sheets the workbook has. */
    void sheets(Predicate<String> known) {
        this.sheets = known;
    }

    @Override
    public boolean brings(String sheetName) {
        return sheets.test(sheetName);
    }

    /** The sheet that comes next is the last that is taken. */
    void lastSheet() {
        this.lastSheet = true;
    }

    @Override
    public boolean isKept() {
        return !trial || !lastSheet;
    }

    @Override
    public void created(String type, long id, Map<String, String> fileValues, long version) {
        lines.add(new ImportRecords.Line(type, id, true, fileValues, Map.of(), version));
    }

    @Override
    public void changed(
            String type, long id, Map<String, String> fileValues, Map<String, String> before, long version) {
        lines.add(new ImportRecords.Line(type, id, false, fileValues, before, version));
    }

    @Override
    public Map<Long, Map<String, String>> lastImported(String type, Collection<Long> ids) {
        return records.lastImported(type, ids);
    }
}
