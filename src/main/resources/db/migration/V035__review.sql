-- 民主评议党员: who takes part, what was decided of each on which day by whom, and how he was told. Votes are not here.

create sequence review_meeting_seq increment by 50;

-- 评定会: the committee, or the general meeting, that decides the grades.
create table review_meeting (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  body text not null check (body in ('COMMITTEE', 'GENERAL_MEETING')),
  held_on date not null check (held_on between '1949-10-01' and '2100-12-31'),
  -- filled seats, or members who vote; and those of them who were there
  expected int not null check (expected >= 1),
  present int not null check (present between 1 and expected),
  unique (id, branch_id),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  check (2 * present >= expected)
);
create index review_meeting_task on review_meeting (task_id);

create table review_meeting_present (
  meeting_id bigint not null,
  branch_id bigint not null,
  member_id bigint not null references member (id),
  -- as he was called on the day
  name text not null check (char_length(name) between 1 and 40),
  primary key (meeting_id, member_id),
  foreign key (meeting_id, branch_id) references review_meeting (id, branch_id)
);

create sequence member_review_seq increment by 50;

-- A member in the review of his branch.
create table member_review (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  member_id bigint not null references member (id),
  kind text not null check (kind in ('FULL', 'PROBATIONARY')),
  participation text not null check (participation in
    ('GRADED', 'NOT_GRADED_PROBATIONARY', 'NOT_GRADED_LEADER', 'EXEMPT', 'REVIEWED_ELSEWHERE', 'DEFERRED')),
  -- null where it comes from the roster and the campaign
  participation_reason text check (char_length(participation_reason) between 1 and 300),
  consented_on date check (consented_on between '1949-10-01' and '2100-12-31'),
  resolved_on date check (resolved_on between '1949-10-01' and '2100-12-31'),
  elsewhere_grade text check (elsewhere_grade in ('EXCELLENT', 'QUALIFIED', 'BASIC', 'UNQUALIFIED')),
  elsewhere_at text check (char_length(elsewhere_at) between 1 and 100),
  -- whether he was voted on at the last ballot that was prepared
  balloted boolean not null default false,
  everyday text check (char_length(everyday) between 1 and 1000),
  study text check (char_length(study) between 1 and 1000),
  grade text check (grade in ('EXCELLENT', 'QUALIFIED', 'BASIC', 'UNQUALIFIED')),
  opinion text check (char_length(opinion) between 1 and 1000),
  meeting_id bigint,
  fed_back_on date check (fed_back_on between '1949-10-01' and '2100-12-31'),
  fed_back_by bigint references member (id),
  feedback_way text check (feedback_way in ('FACE_TO_FACE', 'WRITTEN', 'PHONE')),
  acknowledged_at timestamptz,
  statement text check (char_length(statement) between 1 and 2000),
  stated_at timestamptz,
  version bigint not null default 0,
  unique (id, branch_id),
  unique (task_id, member_id),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  foreign key (meeting_id, branch_id) references review_meeting (id, branch_id),
  check (kind = 'FULL' or participation <> 'GRADED'),
  check ((participation = 'EXEMPT') = (consented_on is not null and resolved_on is not null)),
  check ((participation = 'REVIEWED_ELSEWHERE') = (elsewhere_grade is not null and elsewhere_at is not null)),
  check ((grade is null) = (opinion is null) and (grade is null) = (meeting_id is null)),
  -- no grade without what it rests on beside the votes
  check (grade is null or (participation = 'GRADED' and everyday is not null and study is not null)),
  check ((fed_back_on is null) = (fed_back_by is null) and (fed_back_on is null) = (feedback_way is null)),
  check (fed_back_on is null or grade is not null),
  check (acknowledged_at is null or fed_back_on is not null),
  check ((statement is null) = (stated_at is null) and (statement is null or fed_back_on is not null))
);
create index member_review_member on member_review (member_id);

-- The superior lets one branch have more 优秀 than the campaign allows.
create table excellent_permission (
  task_id bigint primary key,
  branch_id bigint not null,
  most int not null check (most between 1 and 1000),
  reason text not null check (char_length(reason) between 1 and 300),
  by_name text not null check (char_length(by_name) between 1 and 40),
  at timestamptz not null,
  foreign key (task_id, branch_id) references branch_task (id, branch_id)
);
