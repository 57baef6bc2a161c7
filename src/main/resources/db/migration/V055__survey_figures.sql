-- M23 满意率: valid answers, and those of them that are satisfied at least basically.
alter table task_figures
  add column survey_valid integer not null default 0,
  add column survey_satisfied integer not null default 0;
