/** Encryption of single fields (phone numbers, talk texts …) with a key that is in neither the database nor its backup. */
@NullMarked
package org.orglife.sealing;

import org.jspecify.annotations.NullMarked;
