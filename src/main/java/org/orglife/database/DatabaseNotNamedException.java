package org.orglife.database;

import java.io.Serial;

/** The server build, which has no database of its own, was started without being told of one. */
class DatabaseNotNamedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DatabaseNotNamedException() {
        super(
                "没有指定数据库。请设 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD，"
                        + "以及迁移用的 SPRING_FLYWAY_USER、SPRING_FLYWAY_PASSWORD。 (This build has no database of its own: name one by these settings.)");
    }
}
