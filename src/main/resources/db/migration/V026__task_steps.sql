-- How far each step of a branch task has come, by its code, as the features that keep the records count it.
-- What depends on today or is settled by hand is not kept here.
alter table task_figures add column steps jsonb not null default '{}';
