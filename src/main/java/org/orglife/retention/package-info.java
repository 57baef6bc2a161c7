/**
 * 材料保存期限: what nobody needs any more is deleted, after the office has looked at what it is (domain 7.5). Of what is deleted
 * only the fact stays: which material of which branch, when, by whom, how much.
 */
@NullMarked
package org.orglife.retention;

import org.jspecify.annotations.NullMarked;
