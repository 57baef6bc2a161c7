package org.orglife.meeting;

/** What the members are told: title and text of a notice. */
public record NoticeText(String title, String body) {}
