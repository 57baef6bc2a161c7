-- How far each step of a branch task has come, as the features that keep its records count it: code to "STATE done total".
-- What depends on today or is settled by hand is not kept here.
alter table task_figures add column steps jsonb not null default '{}';
