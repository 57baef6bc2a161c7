package org.orglife.database;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded database lives.
 *
 * @param directory holds the data, the server's binaries and the passwords; must be on a local disk
 * @param port TCP port on 127.0.0.1; 0 picks a free one
 * @param startUpWait how long to wait for the server, crash recovery included
 */
@ConfigurationProperties("orglife.database")
record EmbeddedDatabaseProperties(
        @DefaultValue("data") Path directory,
        @DefaultValue("0") int port,
        @DefaultValue("60s") Duration startUpWait) {}
