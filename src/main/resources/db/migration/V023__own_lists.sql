create sequence problem_draft_seq increment by 50;

-- A point of a member's own list before he hands it in: read by him, and by the helper who took it down until he changes
-- it. A table of its own, so that whatever asks for problems cannot meet one.
create table problem_draft (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  campaign_id bigint not null,
  member_id bigint not null references member (id),
  aspect_id bigint not null,
  text text not null check (char_length(text) between 1 and 500),
  cause text check (char_length(cause) <= 1000),
  source text not null,
  -- The helper who took it down for the member; null once the member has put his hand to it.
  recorded_by bigint references account (id),
  recorder_name text check (char_length(recorder_name) between 1 and 60),
  version bigint not null default 0,
  unique (id, branch_id),
  check ((recorded_by is null) = (recorder_name is null)),
  foreign key (task_id, branch_id, campaign_id) references branch_task (id, branch_id, campaign_id),
  foreign key (aspect_id, campaign_id) references aspect (id, campaign_id)
);
create index problem_draft_list on problem_draft (task_id, member_id);
create index problem_draft_member on problem_draft (member_id);

-- Who took a problem down for the member whose it is.
alter table problem add column recorder_name text check (char_length(recorder_name) between 1 and 60);

-- 未发现突出问题: what a branch says of an aspect in which it has found nothing. A statement, not a problem.
create table aspect_clear (
  task_id bigint not null,
  aspect_id bigint not null,
  branch_id bigint not null,
  campaign_id bigint not null,
  noted_on date not null,
  noted_by text not null,
  primary key (task_id, aspect_id),
  foreign key (task_id, branch_id, campaign_id) references branch_task (id, branch_id, campaign_id),
  foreign key (aspect_id, campaign_id) references aspect (id, campaign_id)
);

-- 上次整改情况: what a branch says became of what it promised in the cycle before. One for each task, by the task's id.
create table last_cycle_statement (
  id bigint primary key,
  branch_id bigint not null,
  text text not null check (char_length(text) between 1 and 3000),
  saved_on date not null,
  saved_by text not null,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (id, branch_id) references branch_task (id, branch_id)
);
