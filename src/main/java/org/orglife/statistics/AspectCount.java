package org.orglife.statistics;

import org.orglife.problem.SubjectKind;

/** How many problems there are in an aspect, for one kind of subject. */
public record AspectCount(SubjectKind subjectKind, String aspect, long problems) {}
