package org.orglife.database;

import java.io.Serial;
import java.nio.file.Path;

/** The embedded database does not come up. */
class DatabaseStartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String directory;

    DatabaseStartException(Path directory, Throwable cause) {
        super("The embedded database in " + directory + " does not start", cause);
        this.directory = directory.toString();
    }

    String directory() {
        return directory;
    }
}
