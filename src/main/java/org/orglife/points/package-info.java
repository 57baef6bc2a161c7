/**
 * 积分: off until a branch announces a scheme of its own for a year. Entries are written by its named registrars alone and are
 * taken back by counter-entries; nobody is ranked, and no grade is taken from points.
 */
@NullMarked
package org.orglife.points;

import org.jspecify.annotations.NullMarked;
