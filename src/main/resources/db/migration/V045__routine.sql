-- 三会一课、主题党日: the ordinary meetings of a branch, outside of any campaign.
create sequence routine_meeting_seq increment by 50;

-- One gathering, recorded once, that may serve several kinds: a lecture within a general meeting is both.
create table routine_meeting (
  id bigint primary key,
  branch_id bigint not null references org_unit (id),
  kinds text[] not null,
  -- of a meeting of one group (党小组会); null where the whole branch or its committee meets
  group_id bigint references org_unit (id),
  state text not null check (state in ('PLANNED', 'NOTIFIED', 'HELD', 'RECORDED', 'CANCELLED')),
  held_on date not null check (held_on between '1949-10-01' and '2100-12-31'),
  starts_at time,
  ends_at time,
  place text check (char_length(place) between 1 and 60),
  chair_id bigint references member (id),
  recorder_id bigint references member (id),
  lecturer text check (char_length(lecturer) between 1 and 40),
  topics text not null check (char_length(topics) between 1 and 500),
  record text check (char_length(record) between 1 and 10000),
  -- the day on which it was entered that it was held: later than a week after it is a 补记
  recorded_on date,
  recorded_by bigint references account (id),
  study_session_id bigint,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (study_session_id, branch_id) references study_session (id, branch_id) on delete set null (study_session_id),
  check (cardinality(kinds) > 0),
  check (kinds <@ array['GENERAL_MEETING', 'COMMITTEE', 'GROUP', 'LECTURE', 'THEME_DAY']),
  -- the committee meets by itself; a group is not the whole branch
  check (not 'COMMITTEE' = any (kinds) or cardinality(kinds) = 1),
  check (not kinds @> array['GENERAL_MEETING', 'GROUP']),
  check (('GROUP' = any (kinds)) = (group_id is not null)),
  check (ends_at > starts_at),
  check (ends_at is null or starts_at is not null),
  check (state not in ('HELD', 'RECORDED') or recorded_on is not null),
  check (recorded_on is null or recorded_on >= held_on),
  check (state <> 'RECORDED' or record is not null)
);
create index routine_meeting_branch on routine_meeting (branch_id, held_on);
create unique index routine_meeting_one_per_session on routine_meeting (study_session_id);

create sequence routine_attendance_seq increment by 50;

-- Everybody who was expected, as he was on the day.
create table routine_attendance (
  id bigint primary key,
  meeting_id bigint not null,
  branch_id bigint not null,
  member_id bigint not null references member (id),
  capacity text not null check (capacity in ('MEMBER', 'LEADER_AS_ORDINARY_MEMBER')),
  votes boolean not null,
  -- old, ill or unable to move: not being there never counts against him
  care boolean not null,
  present boolean not null,
  reason text check (reason in ('DUTY', 'SICK', 'PERSONAL', 'OTHER', 'WITHOUT_LEAVE')),
  unique (meeting_id, member_id),
  foreign key (meeting_id, branch_id) references routine_meeting (id, branch_id) on delete cascade,
  check (not present or reason is null)
);
create index routine_attendance_member on routine_attendance (member_id);

create sequence routine_guest_seq increment by 50;

-- 列席.
create table routine_guest (
  id bigint primary key,
  meeting_id bigint not null,
  branch_id bigint not null,
  name text not null check (char_length(name) between 1 and 60),
  capacity text not null check (capacity in ('OBSERVER', 'SUPERVISOR', 'CONTACT_LEADER', 'OUTSIDE_REP', 'STAFF')),
  foreign key (meeting_id, branch_id) references routine_meeting (id, branch_id) on delete cascade
);
create index routine_guest_meeting on routine_guest (meeting_id);

create sequence routine_decision_seq increment by 50;

-- What was decided: who does it and until when, and how it was voted on where it was.
create table routine_decision (
  id bigint primary key,
  meeting_id bigint not null,
  branch_id bigint not null,
  text text not null check (char_length(text) between 1 and 300),
  owner_id bigint references member (id),
  due_on date check (due_on between '1949-10-01' and '2100-12-31'),
  approve integer check (approve between 0 and 1000),
  against integer check (against between 0 and 1000),
  abstained integer check (abstained between 0 and 1000),
  foreign key (meeting_id, branch_id) references routine_meeting (id, branch_id) on delete cascade,
  check (num_nulls(approve, against, abstained) in (0, 3))
);
create index routine_decision_meeting on routine_decision (meeting_id);

create sequence routine_change_seq increment by 50;

-- Why a record was corrected or a meeting called off.
create table routine_change (
  id bigint primary key,
  meeting_id bigint not null,
  branch_id bigint not null,
  kind text not null check (kind in ('CORRECTED', 'CANCELLED')),
  at timestamptz not null,
  by_name text not null check (char_length(by_name) between 1 and 60),
  reason text not null check (char_length(reason) between 1 and 200),
  foreign key (meeting_id, branch_id) references routine_meeting (id, branch_id) on delete cascade
);
create index routine_change_meeting on routine_change (meeting_id);
