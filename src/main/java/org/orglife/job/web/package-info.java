/** 资料下载: the jobs of the signed-in user and their results. */
@NullMarked
package org.orglife.job.web;

import org.jspecify.annotations.NullMarked;
