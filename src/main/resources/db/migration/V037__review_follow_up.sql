-- What follows a grade: 基本合格 is helped to improve, 不合格 is dealt with by the rules.

alter table member_review
  add column recheck_on date check (recheck_on between '1949-10-01' and '2100-12-31'),
  add column rechecked_on date check (rechecked_on between '1949-10-01' and '2100-12-31'),
  add column recheck_outcome text check (recheck_outcome in ('IMPROVED', 'NOT_IMPROVED')),
  add check ((rechecked_on is null) = (recheck_outcome is null)),
  add check (recheck_on is null or grade = 'BASIC'),
  add check (rechecked_on is null or grade = 'BASIC');

create sequence review_improvement_seq increment by 50;

-- 帮助改进: what a member improves, and who helps him.
create table review_improvement (
  id bigint primary key,
  branch_id bigint not null,
  review_id bigint not null,
  text text not null check (char_length(text) between 1 and 300),
  helper_id bigint not null references member (id),
  done_on date check (done_on between '1949-10-01' and '2100-12-31'),
  foreign key (review_id, branch_id) references member_review (id, branch_id)
);
create index review_improvement_review on review_improvement (review_id);

create sequence disposition_case_seq increment by 50;

-- 组织处置: days and outcome only; what was said and found stays on paper.
create table disposition_case (
  id bigint primary key,
  branch_id bigint not null,
  review_id bigint not null unique,
  finding_on date,
  inquiry_on date,
  talk_on date,
  preview_on date,
  vote_on date,
  approval_on date,
  notice_on date,
  reassessed_on date,
  outcome text check (outcome in ('CORRECTION', 'PERSUADED_TO_LEAVE', 'REMOVED')),
  period_until date,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (review_id, branch_id) references member_review (id, branch_id),
  check ((outcome is not null and outcome = 'CORRECTION') = (period_until is not null)),
  -- 限期改正: no more than a year
  check (period_until <= notice_on + interval '1 year'),
  check (period_until is null or notice_on is not null),
  check (outcome is null or vote_on is not null)
);

-- Members of the committee who may read a case beside the secretary.
create table disposition_reader (
  case_id bigint not null,
  branch_id bigint not null,
  member_id bigint not null references member (id),
  primary key (case_id, member_id),
  foreign key (case_id, branch_id) references disposition_case (id, branch_id)
);

alter table task_figures add column dispositions integer not null default 0;
