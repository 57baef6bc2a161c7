package org.orglife.attachment;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where files are kept.
 *
 * @param files one directory, shared by all instances of the application
 */
@ConfigurationProperties("orglife")
record FileProperties(@DefaultValue("files") Path files) {}
