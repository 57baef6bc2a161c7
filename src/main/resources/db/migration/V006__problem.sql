create sequence problem_seq increment by 50;

-- One numbered point that a branch or a member has found. Its text; what is done about it is rectification_item.
create table problem (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  campaign_id bigint not null,
  number integer not null check (number >= 1),
  source_number text check (char_length(source_number) between 1 and 40),
  subject_kind text not null check (subject_kind in ('BRANCH', 'SECRETARY', 'COMMITTEE_MEMBER', 'MEMBER')),
  subject_member_id bigint references member (id),
  aspect_id bigint not null,
  text text not null check (char_length(text) between 1 and 500),
  cause text check (char_length(cause) <= 1000),
  source text not null check (source in ('SELF', 'OPINION', 'TALK', 'CRITICISM', 'SUPERVISION', 'LAST_CYCLE', 'SUPERIOR')),
  raised_on date not null,
  recorded_by bigint references account (id),
  version bigint not null default 0,
  unique (id, branch_id),
  unique (id, branch_id, task_id),
  unique (task_id, number),
  check ((subject_kind = 'BRANCH') = (subject_member_id is null)),
  foreign key (task_id, branch_id, campaign_id) references branch_task (id, branch_id, campaign_id),
  foreign key (aspect_id, campaign_id) references aspect (id, campaign_id)
);
create unique index problem_source_number on problem (task_id, source_number) where source_number is not null;
create index problem_campaign_branch on problem (campaign_id, branch_id, number);
create index problem_subject_member on problem (subject_member_id);
create index problem_aspect on problem (aspect_id);
