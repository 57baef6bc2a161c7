package org.orglife.meeting;

/** Somebody who is expected at a meeting, and whether he has said that he has read its notice. */
public record NoticeReader(long id, String name, boolean read) {}
