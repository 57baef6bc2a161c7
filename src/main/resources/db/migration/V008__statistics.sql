-- The counts of one branch task, recounted in the transaction that changes what they count.
-- Counts that depend on today (超期) are not kept here.
create table task_figures (
  task_id bigint primary key,
  branch_id bigint not null,
  members integer not null default 0,
  branch_problems integer not null default 0,
  secretary_problems integer not null default 0,
  member_problems integer not null default 0,
  measures integer not null default 0,
  items integer not null default 0,
  closed_items integer not null default 0,
  submitted_items integer not null default 0,
  branch_items integer not null default 0,
  closed_branch_items integer not null default 0,
  long_term_measures integer not null default 0,
  foreign key (task_id, branch_id) references branch_task (id, branch_id) on delete cascade
);
