create sequence notice_receipt_seq increment by 50;

-- 收阅: a branch has read the notice of a campaign, or one supplement to it.
create table notice_receipt (
  id bigint primary key default nextval('notice_receipt_seq'),
  task_id bigint not null,
  branch_id bigint not null,
  -- null is the notice itself
  supplement_id bigint references supplement (id),
  reader_name text not null,
  read_at timestamptz not null,
  foreign key (task_id, branch_id) references branch_task (id, branch_id) on delete cascade,
  unique nulls not distinct (task_id, supplement_id)
);

create sequence notice_question_seq increment by 50;

-- 提问与答复: what a branch asks about a notice; once answered every branch reads it, without the name of the one that asked.
create table notice_question (
  id bigint primary key,
  campaign_id bigint not null,
  task_id bigint not null,
  branch_id bigint not null,
  body text not null check (char_length(body) between 1 and 500),
  asked_by text not null,
  asked_at timestamptz not null,
  answer text check (char_length(answer) between 1 and 2000),
  answered_by text,
  answered_at timestamptz,
  version bigint not null default 0,
  foreign key (task_id, branch_id, campaign_id) references branch_task (id, branch_id, campaign_id) on delete cascade,
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
create index notice_question_campaign on notice_question (campaign_id);
