package org.orglife.routine;

import java.time.LocalDate;
import java.util.Set;

/** A planned meeting whose day has come: who was there has to be written down. */
public record WaitingRoutine(long id, Set<RoutineKind> kinds, LocalDate heldOn) {}
