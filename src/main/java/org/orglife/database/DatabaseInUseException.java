package org.orglife.database;

import java.io.Serial;
import java.nio.file.Path;

/** Another running application holds the data directory. */
class DatabaseInUseException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseInUseException(Path directory) {
        super(("数据目录 %s 正在被另一个 OrgLife 使用。请先关闭那一个，或用 --orglife.database.directory 另选一个目录。"
                        + " (Another OrgLife is running on this data directory: stop it first, or choose another directory.)")
                .formatted(directory));
    }
}
