-- What is counted of the meetings of a task that have been held, and of the people at them.
alter table task_figures
  add column held_meetings integer not null default 0,
  add column meeting_members integer not null default 0,
  add column excused_members integer not null default 0,
  add column absent_members integer not null default 0,
  add column leaders_as_members integer not null default 0,
  add column criticisms integer not null default 0,
  add column guidance_visits integer not null default 0,
  add column supervised_meetings integer not null default 0,
  add column outside_reps integer not null default 0,
  add column meetings_with_reps integer not null default 0;
