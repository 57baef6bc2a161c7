create sequence org_life_meeting_seq increment by 50;

-- A meeting of a branch. One held again is another one with the next number; the first stays as it was.
-- When, where and who chairs stands in branch_plan until the meeting is held.
create table org_life_meeting (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  number integer not null check (number >= 1),
  form text not null check (form in ('GENERAL_MEETING', 'COMMITTEE', 'GROUP')),
  version bigint not null default 0,
  unique (id, branch_id),
  unique (task_id, number),
  foreign key (task_id, branch_id) references branch_task (id, branch_id)
);

create sequence meeting_approval_seq increment by 50;

-- 请示: what the superior was told before the meeting, and what he answered.
create table meeting_approval (
  id bigint primary key,
  branch_id bigint not null,
  meeting_id bigint not null,
  meeting_on date not null,
  report text not null check (char_length(report) between 1 and 5000),
  sent_at timestamptz not null,
  sent_by text not null,
  answer text check (answer in ('APPROVED', 'RETURNED')),
  answer_reason text check (char_length(answer_reason) between 1 and 300),
  answered_at timestamptz,
  answered_by text,
  version bigint not null default 0,
  foreign key (meeting_id, branch_id) references org_life_meeting (id, branch_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check (answer is distinct from 'RETURNED' or answer_reason is not null)
);
create unique index meeting_approval_one_open on meeting_approval (meeting_id) where answer is null;
create index meeting_approval_meeting on meeting_approval (meeting_id);

create sequence postponement_seq increment by 50;

-- 改期: to another day, by the branch itself within the superior's last day, beyond it with his consent.
create table postponement (
  id bigint primary key,
  branch_id bigint not null,
  meeting_id bigint not null,
  from_on date not null,
  to_on date not null,
  starts_at time not null,
  reason text not null check (char_length(reason) between 1 and 300),
  asked_at timestamptz not null,
  asked_by text not null,
  answer text check (answer in ('DONE', 'CONSENTED', 'REFUSED', 'WITHDRAWN')),
  answer_reason text check (char_length(answer_reason) between 1 and 300),
  answered_at timestamptz,
  answered_by text,
  version bigint not null default 0,
  foreign key (meeting_id, branch_id) references org_life_meeting (id, branch_id),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create unique index postponement_one_open on postponement (meeting_id) where answer is null;
create index postponement_meeting on postponement (meeting_id);

create sequence meeting_notice_seq increment by 50;

-- 会议通知: a draft until it is sent; taken back, it stays as what the members were told.
create table meeting_notice (
  id bigint primary key,
  branch_id bigint not null,
  meeting_id bigint not null,
  title text not null check (char_length(title) between 1 and 100),
  body text not null check (char_length(body) between 1 and 5000),
  meeting_on date,
  starts_at time,
  place text check (char_length(place) between 1 and 60),
  late_reason text check (char_length(late_reason) between 1 and 300),
  sent_at timestamptz,
  sent_by text,
  recalled_at timestamptz,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (meeting_id, branch_id) references org_life_meeting (id, branch_id),
  check ((sent_at is null) = (sent_by is null) and (sent_at is null) = (meeting_on is null)
    and (sent_at is null) = (starts_at is null) and (sent_at is null) = (place is null)),
  check (recalled_at is null or sent_at is not null)
);
-- One draft, and one notice in force.
create unique index meeting_notice_one_draft on meeting_notice (meeting_id) where sent_at is null;
create unique index meeting_notice_one_in_force on meeting_notice (meeting_id) where sent_at is not null and recalled_at is null;

-- Who has said that he has read it.
create table notice_reading (
  notice_id bigint not null,
  branch_id bigint not null,
  member_id bigint not null references member (id),
  read_at timestamptz not null,
  primary key (notice_id, member_id),
  foreign key (notice_id, branch_id) references meeting_notice (id, branch_id)
);
create index notice_reading_member on notice_reading (member_id);

create sequence invitation_seq increment by 50;

-- Whoever is invited and is no member of the branch; needs no account.
create table invitation (
  id bigint primary key,
  branch_id bigint not null,
  meeting_id bigint not null,
  capacity text not null check (capacity in ('OBSERVER', 'SUPERVISOR', 'CONTACT_LEADER', 'OUTSIDE_REP', 'STAFF')),
  name text not null check (char_length(name) between 1 and 40),
  unit text check (char_length(unit) between 1 and 60),
  subtype text check (char_length(subtype) between 1 and 30),
  answer text not null default 'OPEN' check (answer in ('OPEN', 'YES', 'NO')),
  answered_on date,
  version bigint not null default 0,
  foreign key (meeting_id, branch_id) references org_life_meeting (id, branch_id),
  check ((answer = 'OPEN') = (answered_on is null))
);
create index invitation_meeting on invitation (meeting_id);

create sequence leave_request_seq increment by 50;

-- 请假: a reason code and no detail of health; a remark is sealed and read by the secretary alone.
create table leave_request (
  id bigint primary key,
  branch_id bigint not null,
  meeting_id bigint not null,
  member_id bigint not null references member (id),
  reason text not null check (reason in ('DUTY', 'SICK', 'PERSONAL', 'OTHER')),
  remark_sealed bytea,
  state text not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  asked_at timestamptz not null,
  asked_by text not null,
  answered_at timestamptz,
  answered_by text,
  -- whether the member has seen that he is asked to come after all
  seen boolean not null default false,
  version bigint not null default 0,
  foreign key (meeting_id, branch_id) references org_life_meeting (id, branch_id),
  check ((state in ('ACCEPTED', 'DECLINED')) = (answered_at is not null) or state = 'WITHDRAWN'),
  check ((answered_at is null) = (answered_by is null))
);
create unique index leave_request_one_live on leave_request (meeting_id, member_id) where state in ('OPEN', 'ACCEPTED');
create index leave_request_member on leave_request (member_id);
