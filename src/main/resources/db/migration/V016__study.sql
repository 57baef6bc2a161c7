create sequence study_session_seq increment by 50;

-- A session of study before a meeting (集中学习): when, how, what.
create table study_session (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  mode text not null check (mode in ('COLLECTIVE', 'SEMINAR', 'SELF', 'EXPERT', 'LECTURE', 'MICRO_LECTURE',
    'SENT_TO_UNIT', 'SENT_HOME', 'ONLINE', 'VISIT')),
  held_on date not null check (held_on between '1949-10-01' and '2100-12-31'),
  topics text not null check (char_length(topics) between 1 and 500),
  place text check (char_length(place) between 1 and 60),
  -- 学时 times ten: half an hour counts
  tenths_of_hours integer check (tenths_of_hours between 1 and 240),
  recorded_on date not null,
  recorded_by bigint references account (id),
  -- the row of the sheet it came with, by which it is known again
  source text,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (task_id, branch_id) references branch_task (id, branch_id)
);
create index study_session_task on study_session (task_id, held_on);

create sequence study_attendance_seq increment by 50;

-- Everybody who was expected: there, or making up for it (补学).
create table study_attendance (
  id bigint primary key,
  session_id bigint not null,
  branch_id bigint not null,
  member_id bigint not null references member (id),
  present boolean not null,
  make_up text check (make_up in ('OPEN', 'DONE', 'CONFIRMED', 'WAIVED')),
  way text check (way in ('SENT_MATERIAL', 'ONLINE', 'VISIT', 'PHONE', 'READ_RECORD')),
  made_up_on date,
  unique (session_id, member_id),
  foreign key (session_id, branch_id) references study_session (id, branch_id) on delete cascade,
  check (present = (make_up is null)),
  check ((make_up in ('DONE', 'CONFIRMED')) = (made_up_on is not null) or present)
);
create index study_attendance_open on study_attendance (member_id) where make_up = 'OPEN';

alter table task_figures
  add column study_sessions integer not null default 0,
  add column study_persons integer not null default 0,
  add column study_tenths_of_hours integer not null default 0;
