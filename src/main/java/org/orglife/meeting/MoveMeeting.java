package org.orglife.meeting;

import java.time.LocalDate;
import java.time.LocalTime;

/** Another day for a meeting, and why. */
public record MoveMeeting(LocalDate to, LocalTime at, String reason) {}
