package org.orglife.imports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;

/** What a sheet needs to know of the import it belongs to. */
public interface ImportContext {

    BranchScope scope();

    /** The unit for which the import is made. */
    long unitId();

    /** Who makes it, for histories. */
    String actorName();

    LocalDate today();

    /** An answer given on the page. */
    @Nullable
    String choice(String name);

    /** Something that all sheets of the workbook share: made when the first of them asks for it. */
    <T> T shared(String name, Supplier<T> make);

    /** Whether the workbook also has rows in a sheet of that name, which somebody in this role may bring. */
    boolean brings(String sheetName);

    /** Says how many rows of the whole workbook have been dealt with. */
    void reached(int rows);

    /**
     * Whether a record that is made has to be written: false if all of it is rolled back and no later sheet of the
     * workbook could ask for it. Whatever may be wrong with it has to be found all the same.
     */
    boolean isKept();

    /** Notes a record that was made. */
    void created(String type, long id, Map<String, String> fileValues, long version);

    /** Notes a record that was changed, and what it was like before. */
    void changed(String type, long id, Map<String, String> fileValues, Map<String, String> before, long version);

    /** What the last import said of each of these records; those never imported are missing. */
    Map<Long, Map<String, String>> lastImported(String type, Collection<Long> ids);
}
