package org.orglife.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What may be said about accounts at start.
 *
 * @param rescue user name of an officer who has forgotten his password: this start prints a one-time password for him
 */
@ConfigurationProperties("orglife.account")
record AccountProperties(@Nullable String rescue) {}
