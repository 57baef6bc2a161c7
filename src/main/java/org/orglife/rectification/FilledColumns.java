package org.orglife.rectification;

/** Which of the optional columns of F01 hold anything: an empty one would only make the others narrower. */
record FilledColumns(boolean cause, boolean target, boolean leader, boolean evidence) {}
