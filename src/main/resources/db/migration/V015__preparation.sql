-- 方案: what a branch has settled for its meeting. One for each task, by the task's id.
create table branch_plan (
  id bigint primary key,
  branch_id bigint not null,
  meeting_on date not null,
  starts_at time not null,
  place text not null check (char_length(place) between 1 and 60),
  chair_id bigint not null references member (id),
  recorder_id bigint references member (id),
  -- Why the meeting is later than the superior's last day; the superior reads it.
  late_reason text check (char_length(late_reason) between 1 and 300),
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (id, branch_id) references branch_task (id, branch_id)
);

create sequence step_plan_seq increment by 50;

-- What a branch has settled about one step: who sees to it, until when, that it is done outside the system, or why the
-- meeting is held without it. A step of the branch's own (自选动作) has a title instead of a code.
create table step_plan (
  id bigint primary key,
  task_id bigint not null,
  branch_id bigint not null,
  code text,
  title text check (char_length(title) between 1 and 40),
  owner_id bigint references member (id),
  until_on date,
  done_on date,
  waived_reason text check (char_length(waived_reason) between 1 and 300),
  waived_by text,
  waived_on date,
  version bigint not null default 0,
  unique (task_id, code),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  check ((code is null) = (title is not null)),
  check ((waived_reason is null) = (waived_by is null) and (waived_reason is null) = (waived_on is null)),
  check (waived_reason is null or code is not null)
);
create index step_plan_task on step_plan (task_id);
