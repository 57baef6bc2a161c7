-- Members who have made up for the last meeting of a task.
alter table task_figures add column made_up_members integer not null default 0;
