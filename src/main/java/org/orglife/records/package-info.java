/**
 * 关于我的全部记录: everything that is stored about whoever is signed in, for his eyes alone, and his requests to have it put
 * right. Looks at every feature; only {@link org.orglife.home} looks at it.
 */
@NullMarked
package org.orglife.records;

import org.jspecify.annotations.NullMarked;
