create sequence outline_seq increment by 50;

-- An outline or text for the meeting: a member's own, or the branch's where there is no member. Only where the campaign
-- leaves room for it.
create table outline (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  member_id bigint references member (id),
  -- what the author works on: nobody else reads it
  working_sealed bytea,
  -- number of the version handed in last; 0 while there is none
  handed_in integer not null default 0 check (handed_in >= 0),
  state text not null check (state in ('WRITING', 'HANDED_IN', 'RETURNED', 'ACCEPTED')),
  -- since when the branch's members may read what was handed in, by the author's consent
  shared_on date,
  version bigint not null default 0,
  unique (id, branch_id),
  unique nulls not distinct (task_id, member_id),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  check ((state = 'WRITING') = (handed_in = 0)),
  check (shared_on is null or handed_in > 0)
);
create index outline_member on outline (member_id);

create sequence outline_version_seq increment by 50;

-- What was handed in, and what the reader said to it: a round of review. Never changed afterwards.
create table outline_version (
  id bigint primary key,
  outline_id bigint not null,
  branch_id bigint not null,
  number integer not null check (number >= 1),
  text_sealed bytea not null,
  handed_in_on date not null,
  verdict text check (verdict in ('RETURNED', 'ACCEPTED')),
  remark_sealed bytea,
  reviewer_name text check (char_length(reviewer_name) between 1 and 40),
  reviewed_by bigint references account (id),
  reviewed_on date,
  unique (outline_id, number),
  foreign key (outline_id, branch_id) references outline (id, branch_id),
  check ((verdict is null) = (reviewed_on is null) and (verdict is null) = (reviewer_name is null)
    and (verdict is null) = (reviewed_by is null)),
  check (verdict is distinct from 'RETURNED' or remark_sealed is not null)
);

-- When a problem was taken over from a ledger: it may have been found long before. Null for one raised here, which is
-- written down on the day it is raised.
alter table problem add column recorded_on date;

-- How much of what is counted was entered more than seven days after it happened.
alter table task_figures
  add column late_study_sessions integer not null default 0,
  add column late_opinions integer not null default 0,
  add column late_problems integer not null default 0;
