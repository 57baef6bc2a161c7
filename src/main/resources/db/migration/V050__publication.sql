-- 公示: what a branch shows in public, from the proposal to the day it is taken down; and 亮诺, what people promise there.

alter table campaign
  -- whether a branch may show a publication on an address that opens without sign-in
  add column public_page boolean not null default false,
  -- days that a publication is shown at least
  add column publication_days integer not null default 5 check (publication_days between 1 and 60);

create sequence publication_seq increment by 50;

create table publication (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  kind text not null check (kind in ('MEASURES', 'PROGRESS', 'PLEDGES', 'POINTS', 'MEETING')),
  state text not null check (state in ('DRAFT', 'CHECKED', 'APPROVED', 'PUBLISHED', 'ENDED', 'WITHDRAWN')),
  reach text not null check (reach in ('BRANCH', 'UNIT', 'COMMUNITY')),
  title text not null check (char_length(title) between 1 and 80),
  intro text not null check (char_length(intro) between 1 and 300),
  contact text not null check (char_length(contact) between 1 and 100),
  signature text not null check (char_length(signature) between 1 and 60),
  from_on date not null check (from_on between '1949-10-01' and '2100-12-31'),
  until_on date not null check (until_on between from_on and '2100-12-31'),
  on_page boolean not null,
  -- the rows as they were chosen: what was checked is what is shown, whatever becomes of the ledger
  content jsonb not null,
  -- whether somebody's own problem is among them
  personal boolean not null,
  personal_reason text check (char_length(personal_reason) between 1 and 300),
  counted_from date,
  counted_until date,
  proposed_by bigint not null references account (id),
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  returned_reason text check (char_length(returned_reason) between 1 and 300),
  checked_by bigint references account (id),
  checked_by_name text,
  checked_at timestamptz,
  approved_by bigint references account (id),
  approved_by_name text,
  approved_at timestamptz,
  -- day on which committee or general meeting decided on it, where one did
  decided_on date check (decided_on between '1949-10-01' and '2100-12-31'),
  published_by bigint references account (id),
  published_by_name text,
  published_at timestamptz,
  withdrawn_by bigint references account (id),
  withdrawn_by_name text,
  withdrawn_at timestamptz,
  withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 300),
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  -- two pairs of eyes
  check (checked_by <> proposed_by),
  check ((state = 'DRAFT') = (checked_by is null)),
  check ((state in ('APPROVED', 'PUBLISHED', 'ENDED', 'WITHDRAWN')) = (approved_by is not null)),
  check ((state in ('PUBLISHED', 'ENDED', 'WITHDRAWN')) = (published_at is not null)),
  check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
  check (approved_by is null or not personal or personal_reason is not null),
  check ((kind = 'POINTS') = (counted_from is not null and counted_until is not null))
);
create index publication_task on publication (task_id);

-- Items of the ledger whose problem and measures stand in a publication.
create table publication_item (
  publication_id bigint not null,
  branch_id bigint not null,
  problem_id bigint not null,
  primary key (publication_id, problem_id),
  foreign key (publication_id, branch_id) references publication (id, branch_id) on delete cascade,
  foreign key (problem_id, branch_id) references problem (id, branch_id) on delete cascade
);
create index publication_item_problem on publication_item (problem_id);

-- Somebody lets his own problem be shown. He says so himself, and takes it back as he likes.
create table publication_consent (
  problem_id bigint primary key,
  branch_id bigint not null,
  member_id bigint not null references member (id),
  given_at timestamptz not null,
  foreign key (problem_id, branch_id) references problem (id, branch_id) on delete cascade
);

-- The page behind an address nobody can guess. Without a body there is nothing left to be seen there.
create table publication_page (
  address text primary key check (address ~ '^[0-9A-HJKMNP-TV-Z]{26}$'),
  publication_id bigint not null unique,
  branch_id bigint not null,
  from_on date not null,
  until_on date not null,
  tag text not null,
  body bytea,
  foreign key (publication_id, branch_id) references publication (id, branch_id)
);

create sequence pledge_seq increment by 50;

-- 亮诺书: what somebody promises, a member or not.
create table pledge (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  -- null for somebody who is no member
  member_id bigint references member (id),
  name text not null check (char_length(name) between 1 and 40),
  post text not null check (char_length(post) between 1 and 60),
  state text not null check (state in ('WRITTEN', 'REVIEWED', 'PUBLISHED', 'IN_FULFILMENT', 'EVALUATED')),
  written_by bigint not null references account (id),
  reviewed_by_name text,
  reviewed_on date,
  returned_reason text check (char_length(returned_reason) between 1 and 300),
  -- 践诺: how he keeps it, in his words
  fulfilment text check (char_length(fulfilment) between 1 and 1000),
  fulfilment_on date,
  -- 评诺: in words, never a score
  evaluation text check (char_length(evaluation) between 1 and 1000),
  evaluated_by_name text,
  evaluated_on date,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  check ((state = 'WRITTEN') = (reviewed_on is null)),
  check ((state in ('IN_FULFILMENT', 'EVALUATED')) = (fulfilment is not null)),
  check ((state = 'EVALUATED') = (evaluation is not null))
);
create unique index pledge_one_per_member on pledge (task_id, member_id) where member_id is not null;
create index pledge_task on pledge (task_id);

create table pledge_promise (
  pledge_id bigint not null,
  branch_id bigint not null,
  position integer not null check (position between 0 and 2),
  text text not null check (char_length(text) between 1 and 200),
  due_on date check (due_on between '1949-10-01' and '2100-12-31'),
  primary key (pledge_id, position),
  foreign key (pledge_id, branch_id) references pledge (id, branch_id) on delete cascade
);

create table publication_pledge (
  publication_id bigint not null,
  branch_id bigint not null,
  pledge_id bigint not null,
  primary key (publication_id, pledge_id),
  foreign key (publication_id, branch_id) references publication (id, branch_id) on delete cascade,
  foreign key (pledge_id, branch_id) references pledge (id, branch_id)
);
create index publication_pledge_pledge on publication_pledge (pledge_id);

alter table task_figures
  add column pledged_members integer not null default 0,
  add column pledged_others integer not null default 0;
