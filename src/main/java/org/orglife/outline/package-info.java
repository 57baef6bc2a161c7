/**
 * Outlines and texts for the meeting (F11, F12), where the campaign's policy leaves room for them: written, handed in,
 * read by whom the policy names, and shown to others with the author's consent. Where there is none of it, nothing here
 * is to be found.
 */
@NullMarked
package org.orglife.outline;

import org.jspecify.annotations.NullMarked;
