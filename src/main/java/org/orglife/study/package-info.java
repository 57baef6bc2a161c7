/** 集中学习: sessions before a meeting, who was there, and how the others made up for it. */
@NullMarked
package org.orglife.study;

import org.jspecify.annotations.NullMarked;
