-- A decision that proved wrong is made anew; the earlier one stays as it was, with what its member was told and answered.

alter table member_review
  -- whether a decision on him was taken back
  add column reopened boolean not null default false;

create sequence earlier_decision_seq increment by 50;

create table earlier_decision (
  id bigint primary key,
  branch_id bigint not null,
  review_id bigint not null,
  replaced_at timestamptz not null,
  -- both null where it was only written anew, before he was told
  replaced_by text check (char_length(replaced_by) between 1 and 40),
  reason text check (char_length(reason) between 1 and 300),
  grade text not null check (grade in ('EXCELLENT', 'QUALIFIED', 'BASIC', 'UNQUALIFIED')),
  opinion text not null check (char_length(opinion) between 1 and 1000),
  meeting_id bigint not null,
  fed_back_on date,
  fed_back_by bigint references member (id),
  feedback_way text check (feedback_way in ('FACE_TO_FACE', 'WRITTEN', 'PHONE')),
  acknowledged_at timestamptz,
  statement text check (char_length(statement) between 1 and 2000),
  stated_at timestamptz,
  recheck_on date,
  rechecked_on date,
  recheck_outcome text check (recheck_outcome in ('IMPROVED', 'NOT_IMPROVED')),
  foreign key (review_id, branch_id) references member_review (id, branch_id),
  foreign key (meeting_id, branch_id) references review_meeting (id, branch_id),
  check ((fed_back_on is null) = (fed_back_by is null) and (fed_back_on is null) = (feedback_way is null)),
  check ((reason is null) = (replaced_by is null)),
  check (reason is not null or fed_back_on is null)
);
create index earlier_decision_review on earlier_decision (review_id);

-- Decided and not yet told: they take part, and which grade they have is not counted yet.
alter table task_figures add column review_untold integer not null default 0;
