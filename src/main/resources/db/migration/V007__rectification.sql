-- What is done about a problem: the states of domain 2.10 from CLAIMED on. One to one with problem, by the same id.
create table rectification_item (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  state text not null check (state in ('CLAIMED', 'PLANNED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED', 'VERIFIED', 'CLOSED', 'WITHDRAWN', 'MERGED')),
  responsible_leader text check (char_length(responsible_leader) <= 40),
  result text check (char_length(result) <= 1000),
  evidence text check (char_length(evidence) <= 500),
  submitted_on date,
  verified_on date,
  closed_on date,
  merged_into_id bigint,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (id, branch_id, task_id) references problem (id, branch_id, task_id),
  foreign key (merged_into_id, branch_id) references rectification_item (id, branch_id),
  check ((state = 'CLOSED') = (closed_on is not null)),
  check ((state = 'MERGED') = (merged_into_id is not null)),
  check (merged_into_id is null or merged_into_id <> id)
);
create index rectification_item_task on rectification_item (task_id, state);
create index rectification_item_waiting on rectification_item (branch_id) where state in ('SUBMITTED', 'VERIFIED');

create sequence measure_seq increment by 50;

-- One concrete action against a problem, with one owner and a date, or for the long term.
create table measure (
  id bigint primary key,
  branch_id bigint not null,
  item_id bigint not null,
  task_id bigint not null,
  number integer not null check (number >= 1),
  position integer not null check (position >= 1),
  text text not null check (char_length(text) between 1 and 500),
  target text check (char_length(target) <= 300),
  owner_id bigint not null references member (id),
  track text not null check (track in ('IMMEDIATE', 'TERM', 'LONG_TERM')),
  due_on date,
  progress text check (char_length(progress) <= 500),
  progress_on date,
  done_on date,
  stage_accepted_on date,
  version bigint not null default 0,
  unique (id, branch_id),
  unique (task_id, number),
  unique (item_id, position) deferrable initially deferred,
  foreign key (item_id, branch_id) references rectification_item (id, branch_id),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  check ((track = 'LONG_TERM') = (due_on is null)),
  check (stage_accepted_on is null or track = 'LONG_TERM')
);
create index measure_item on measure (item_id, position);
create index measure_owner on measure (owner_id) where done_on is null;
create index measure_open_due on measure (task_id, due_on) include (item_id) where done_on is null and due_on is not null;

create sequence item_entry_seq increment by 50;

-- The history of an item: every change of state, of text, of measures, and what the owners reported.
create table item_entry (
  id bigint primary key,
  item_id bigint not null,
  branch_id bigint not null,
  kind text not null check (kind in ('IMPORTED', 'CLAIMED', 'PLANNED', 'PROGRESS', 'MEASURE_DONE', 'MEASURE_REOPENED', 'SUBMITTED', 'TAKEN_BACK', 'RETURNED',
    'VERIFIED', 'CLOSED', 'WITHDRAWN', 'MERGED', 'PROBLEM_EDITED', 'MEASURE_ADDED', 'MEASURE_EDITED', 'MEASURE_REMOVED',
    'IMPORT_CHANGED')),
  from_state text,
  to_state text,
  measure_number integer,
  text text check (char_length(text) <= 1000),
  happened_on date not null,
  at timestamptz not null,
  account_id bigint references account (id),
  actor_name text not null,
  foreign key (item_id, branch_id) references rectification_item (id, branch_id)
);
create index item_entry_item on item_entry (item_id, id);
