-- 请更正: a member says that something stored about him is wrong; his secretary answers, the secretary himself the office.

create sequence correction_request_seq increment by 50;

create table correction_request (
  id bigint primary key,
  branch_id bigint not null references org_unit (id),
  member_id bigint not null references member (id),
  section text not null check (char_length(section) between 1 and 40),
  -- what is wrong and how it is right: for the member and whoever answers
  text_sealed bytea not null,
  -- whether the office answers: who asks leads the branch, or nobody else does
  to_office boolean not null,
  state text not null check (state in ('OPEN', 'DONE', 'REFUSED')),
  asked_at timestamptz not null,
  answer_sealed bytea,
  answered_at timestamptz,
  answered_by text check (char_length(answered_by) between 1 and 60),
  -- whether the member has read the answer
  seen boolean not null default false,
  version bigint not null default 0,
  unique (id, branch_id),
  check ((state = 'OPEN') = (answered_at is null)),
  check ((answered_at is null) = (answered_by is null)),
  check (state <> 'REFUSED' or answer_sealed is not null),
  check (state <> 'OPEN' or (answer_sealed is null and not seen))
);
create index correction_request_waiting on correction_request (branch_id) where state = 'OPEN';
create index correction_request_branch on correction_request (branch_id, asked_at);
create index correction_request_member on correction_request (member_id);
create unique index correction_request_one_open on correction_request (member_id, section) where state = 'OPEN';
