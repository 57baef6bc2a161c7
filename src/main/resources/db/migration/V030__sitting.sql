-- What happens at a meeting: who was there, what was dealt with, who criticised whom. Nothing of it is stored for minutes
-- of its own: they are drawn from here.

-- A meeting from its check-in on. One for each org_life_meeting that has begun, by its id; place and people as they were.
create table held_meeting (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  phase text not null check (phase in ('CHECK_IN', 'RUNNING', 'ADJOURNED', 'RECORD_OPEN', 'RECORD_SIGNED')),
  held_on date not null check (held_on between '1949-10-01' and '2100-12-31'),
  started_at timestamptz,
  ended_at timestamptz,
  place text not null check (char_length(place) between 1 and 60),
  chair_id bigint not null references member (id),
  recorder_id bigint references member (id),
  -- filled seats of the committee on that day; 0 for a branch without one
  committee_size integer not null check (committee_size >= 0),
  -- by which open pages ask whether something has changed, without a session
  live_key text not null unique,
  recorded_on date not null,
  -- the row of the sheet it came with, by which it is known again
  source text,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (id, branch_id) references org_life_meeting (id, branch_id),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  check (started_at is not null or phase = 'CHECK_IN'),
  check ((ended_at is not null) = (phase in ('RECORD_OPEN', 'RECORD_SIGNED'))),
  check (ended_at >= started_at),
  check (recorder_id is not null or source is not null)
);
create index held_meeting_task on held_meeting (task_id);

create sequence sitting_seq increment by 50;

-- 一次到会: a meeting has one, another after each adjournment, and one for each group where it is held in groups.
create table sitting (
  id bigint primary key,
  branch_id bigint not null,
  meeting_id bigint not null,
  number integer not null check (number >= 1),
  group_id bigint references org_unit (id),
  held_on date not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  -- what the sign-in code shown in the room stands for
  code text not null unique,
  unique (id, branch_id),
  unique (meeting_id, number),
  foreign key (meeting_id, branch_id) references held_meeting (id, branch_id) on delete cascade,
  check (ended_at >= begun_at)
);
create unique index sitting_one_open on sitting (meeting_id) where ended_at is null;

create sequence attendance_seq increment by 50;

-- Whoever was expected or came, as he was on the day: the roster may change during the meeting.
create table attendance (
  id bigint primary key,
  branch_id bigint not null,
  sitting_id bigint not null,
  member_id bigint references member (id),
  name text not null check (char_length(name) between 1 and 40),
  unit text check (char_length(unit) between 1 and 60),
  capacity text not null check (capacity in ('MEMBER', 'LEADER_AS_ORDINARY_MEMBER', 'OBSERVER', 'SUPERVISOR', 'CONTACT_LEADER', 'OUTSIDE_REP', 'STAFF')),
  kind text check (kind in ('FULL', 'PROBATIONARY')),
  votes boolean not null,
  seat text check (seat in ('SECRETARY', 'DEPUTY_SECRETARY', 'ORGANISATION', 'PUBLICITY', 'DISCIPLINE', 'OTHER')),
  -- old, ill or far away: not pressed to come
  care boolean not null,
  status text not null check (status in ('EXPECTED', 'PRESENT', 'EXCUSED', 'ABSENT')),
  reason text check (reason in ('DUTY', 'SICK', 'PERSONAL', 'OTHER', 'WITHOUT_LEAVE')),
  signed_how text check (signed_how in ('LIST', 'SELF', 'ON_BEHALF')),
  signed_at timestamptz,
  version bigint not null default 0,
  unique (id, branch_id),
  unique (sitting_id, member_id),
  foreign key (sitting_id, branch_id) references sitting (id, branch_id) on delete cascade,
  check ((capacity in ('MEMBER', 'LEADER_AS_ORDINARY_MEMBER')) = (member_id is not null)),
  check ((member_id is null) = (kind is null)),
  check (not votes or kind = 'FULL'),
  check (member_id is not null or status in ('EXPECTED', 'PRESENT')),
  check ((status = 'PRESENT') = (signed_how is not null)),
  check (case status when 'EXCUSED' then reason in ('DUTY', 'SICK', 'PERSONAL', 'OTHER') and reason is not null
    when 'ABSENT' then coalesce(reason, 'WITHOUT_LEAVE') = 'WITHOUT_LEAVE' else reason is null end)
);
create index attendance_sitting on attendance (sitting_id);
create index attendance_member on attendance (member_id);

create sequence agenda_item_seq increment by 50;

-- 议程: planned before the meeting, gone through at it.
create table agenda_item (
  id bigint primary key,
  branch_id bigint not null,
  meeting_id bigint not null,
  position integer not null,
  type text not null check (type in ('BRIEFING', 'STUDY', 'DUTY_REPORT', 'COMMITTEE_REVIEW', 'CRITICISM_ROUND', 'OUTSIDE_STATEMENTS',
    'BALLOT', 'VOTE', 'COMMENT', 'CLOSING', 'OTHER')),
  title text not null check (char_length(title) between 1 and 60),
  person text check (char_length(person) between 1 and 40),
  planned_minutes integer check (planned_minutes between 1 and 480),
  must boolean not null,
  state text not null check (state in ('OPEN', 'RUNNING', 'DONE', 'STRUCK')),
  struck_reason text check (char_length(struck_reason) between 1 and 300),
  begun_at timestamptz,
  ended_at timestamptz,
  -- the host's words where somebody has changed them; null for those made from the records
  script text check (char_length(script) between 1 and 5000),
  notes text check (char_length(notes) between 1 and 30000),
  -- counts the changes of the notes alone: two recorders must not overwrite each other
  notes_version bigint not null default 0,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (meeting_id, branch_id) references org_life_meeting (id, branch_id),
  check (state <> 'STRUCK' or not must or struck_reason is not null)
);
create index agenda_item_meeting on agenda_item (meeting_id);
create unique index agenda_item_one_running on agenda_item (meeting_id) where state = 'RUNNING';

create sequence turn_seq increment by 50;

-- 逐人对照检查: one turn for each member, self-criticism, criticism of the others, response.
create table turn (
  id bigint primary key,
  branch_id bigint not null,
  item_id bigint not null,
  position integer not null,
  member_id bigint not null references member (id),
  name text not null,
  seat text,
  stage text not null check (stage in ('WAITING', 'SELF_CRITICISM', 'CRITICISM', 'RESPONSE', 'DONE', 'SKIPPED')),
  skip_reason text check (char_length(skip_reason) between 1 and 300),
  -- wording is optional and sealed
  self_criticism_sealed bytea,
  response_sealed bytea,
  version bigint not null default 0,
  unique (id, branch_id),
  unique (item_id, member_id),
  foreign key (item_id, branch_id) references agenda_item (id, branch_id),
  check (stage <> 'SKIPPED' or skip_reason is not null)
);
create unique index turn_one_current on turn (item_id) where stage in ('SELF_CRITICISM', 'CRITICISM', 'RESPONSE');
create index turn_member on turn (member_id);

create sequence criticism_seq increment by 50;

-- Who criticised whom; at most the gist of it, sealed.
create table criticism (
  id bigint primary key,
  branch_id bigint not null,
  turn_id bigint not null,
  critic_id bigint not null references member (id),
  gist_sealed bytea,
  unique (turn_id, critic_id),
  foreign key (turn_id, branch_id) references turn (id, branch_id) on delete cascade
);
create index criticism_critic on criticism (critic_id);

create sequence meeting_statement_seq increment by 50;

-- 发言、点评 of those who are no members of the branch, one after the other.
create table meeting_statement (
  id bigint primary key,
  branch_id bigint not null,
  item_id bigint not null,
  position integer not null,
  speaker text not null check (char_length(speaker) between 1 and 40),
  unit text check (char_length(unit) between 1 and 60),
  capacity text not null,
  text text check (char_length(text) between 1 and 5000),
  -- what it became in the ledger
  problem_id bigint,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (item_id, branch_id) references agenda_item (id, branch_id),
  foreign key (problem_id, branch_id) references problem (id, branch_id)
);
create index meeting_statement_item on meeting_statement (item_id);
create index meeting_statement_problem on meeting_statement (problem_id);

-- 表决: what came of a vote (BR-01, BR-02); by the item's id.
create table motion (
  id bigint primary key,
  branch_id bigint not null,
  expected_voters integer not null check (expected_voters >= 0),
  present_voters integer not null check (present_voters between 0 and expected_voters),
  approve integer not null check (approve >= 0),
  against integer not null check (against >= 0),
  abstain integer not null check (abstain >= 0),
  foreign key (id, branch_id) references agenda_item (id, branch_id),
  check (approve + against + abstain = present_voters)
);

create sequence paper_ballot_seq increment by 50;

-- 测评 held on paper: how many sheets went out and came back. A round that cannot count stays, marked as void.
create table paper_ballot (
  id bigint primary key,
  branch_id bigint not null,
  item_id bigint not null,
  round integer not null check (round >= 1),
  scrutineer text not null check (char_length(scrutineer) between 1 and 40),
  teller text not null check (char_length(teller) between 1 and 40),
  issued integer not null check (issued between 0 and 100000),
  returned integer not null check (returned between 0 and 100000),
  invalid integer not null check (invalid between 0 and returned),
  void boolean not null,
  unique (item_id, round),
  foreign key (item_id, branch_id) references agenda_item (id, branch_id),
  check (void = (returned > issued)),
  check (scrutineer <> teller)
);
