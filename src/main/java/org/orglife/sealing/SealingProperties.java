package org.orglife.sealing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the key is.
 *
 * @param file 32 random bytes, outside the data directory and outside every backup of it; set by {@code ORGLIFE_KEY_FILE}.
 *     Null with the embedded database means {@code orglife.key} in the working directory, made on the first start.
 */
@ConfigurationProperties("orglife.key")
record SealingProperties(@Nullable Path file) {}
