-- 会议记录. What happened stands in the tables of the sitting; here is what the recorder adds, who signed, and what was
-- signed, word for word.

create sequence meeting_minutes_seq increment by 50;

-- A version of the minutes. The first begins with the first words; each correction of a signed one is the next.
create table meeting_minutes (
  id bigint primary key,
  branch_id bigint not null,
  meeting_id bigint not null,
  number integer not null check (number >= 1),
  correction_reason text check (char_length(correction_reason) between 1 and 300),
  begun_at timestamptz not null,
  begun_by text not null,
  conclusion text check (char_length(conclusion) between 1 and 5000),
  -- everything as it was signed, sealed: it holds what was said in the round of criticism
  snapshot_sealed bytea,
  snapshot_digest bytea,
  frozen_at timestamptz,
  version bigint not null default 0,
  unique (id, branch_id),
  unique (meeting_id, number),
  foreign key (meeting_id, branch_id) references held_meeting (id, branch_id),
  check ((number > 1) = (correction_reason is not null)),
  check ((snapshot_sealed is null) = (frozen_at is null) and (snapshot_digest is null) = (frozen_at is null)),
  check (octet_length(snapshot_digest) = 32)
);
create unique index meeting_minutes_one_open on meeting_minutes (meeting_id) where frozen_at is null;

create sequence minutes_signature_seq increment by 50;

-- 签名: by whom, and of what: of a text that has changed since, it says nothing any more.
create table minutes_signature (
  id bigint primary key,
  branch_id bigint not null,
  minutes_id bigint not null,
  role text not null check (role in ('CHAIR', 'RECORDER')),
  account_id bigint not null references account (id),
  member_id bigint not null references member (id),
  name text not null check (char_length(name) between 1 and 40),
  signed_at timestamptz not null,
  digest bytea not null check (octet_length(digest) = 32),
  unique (minutes_id, role),
  foreign key (minutes_id, branch_id) references meeting_minutes (id, branch_id)
);

create sequence meeting_decision_seq increment by 50;

-- 决定事项: what, whose, until when.
create table meeting_decision (
  id bigint primary key,
  branch_id bigint not null,
  meeting_id bigint not null,
  position integer not null check (position >= 1),
  text text not null check (char_length(text) between 1 and 500),
  owner_id bigint references member (id),
  due_on date check (due_on between '1949-10-01' and '2100-12-31'),
  foreign key (meeting_id, branch_id) references held_meeting (id, branch_id)
);
create index meeting_decision_meeting on meeting_decision (meeting_id);

create sequence meeting_make_up_seq increment by 50;

-- 补课: of whoever was at no sitting of a meeting.
create table meeting_make_up (
  id bigint primary key,
  branch_id bigint not null,
  meeting_id bigint not null,
  member_id bigint not null references member (id),
  state text not null check (state in ('OPEN', 'DONE', 'CONFIRMED', 'WAIVED')),
  way text check (way in ('SENT_MATERIAL', 'ONLINE', 'VISIT', 'PHONE', 'READ_RECORD', 'WRITTEN_STATEMENT')),
  made_up_on date,
  due_on date not null,
  version bigint not null default 0,
  unique (meeting_id, member_id),
  foreign key (meeting_id, branch_id) references held_meeting (id, branch_id),
  check ((state in ('DONE', 'CONFIRMED')) = (made_up_on is not null)),
  check ((way is null) = (made_up_on is null))
);
create index meeting_make_up_open on meeting_make_up (member_id) where state in ('OPEN', 'DONE');

-- 上报口径: the figures of a branch as they were when it reported, whatever is counted later.
create table reported_figures (
  task_id bigint not null references branch_task (id),
  at timestamptz not null,
  by_name text not null,
  figures jsonb not null,
  primary key (task_id, at)
);
