/**
 * The embedded PostgreSQL for trying out: a real server in a directory of its own, started and stopped with the
 * application. It stands back as soon as {@code spring.datasource.url} is set, and the server build leaves it out.
 */
@NullMarked
package org.orglife.database;

import org.jspecify.annotations.NullMarked;
