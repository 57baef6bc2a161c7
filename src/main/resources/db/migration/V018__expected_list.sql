-- 应到名单: who is expected at the meeting of a branch. One for each task, by the task's id; it counts once it is confirmed.
create table expected_list (
  id bigint primary key,
  branch_id bigint not null,
  confirmed_at timestamptz,
  confirmed_by text,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (id, branch_id) references branch_task (id, branch_id),
  check ((confirmed_at is null) = (confirmed_by is null))
);

-- Those on the list when it was confirmed last, and whether they had a vote on that day.
create table expected_member (
  list_id bigint not null,
  branch_id bigint not null,
  member_id bigint not null references member (id),
  votes boolean not null,
  primary key (list_id, member_id),
  foreign key (list_id, branch_id) references expected_list (id, branch_id) on delete cascade
);
create index expected_member_member on expected_member (member_id);

create sequence expected_exclusion_seq increment by 50;

-- 不计算在应到会人数之内 (BR-05): by one of the listed reasons, with the superior's consent and a decision of the general meeting.
create table expected_exclusion (
  id bigint primary key,
  task_id bigint not null,
  branch_id bigint not null,
  member_id bigint not null references member (id),
  reason text not null check (reason in ('NO_WILL', 'ABROAD', 'IN_CUSTODY', 'BEDRIDDEN', 'AWAY', 'RETIRED_AWAY')),
  consent_number text not null check (char_length(consent_number) between 1 and 60),
  consent_on date not null,
  decided_on date not null,
  recorded_by text not null,
  unique (task_id, member_id),
  foreign key (task_id, branch_id) references branch_task (id, branch_id)
);
create index expected_exclusion_member on expected_exclusion (member_id);

-- Who is expected in a task: the confirmed list, before that the members enrolled today but those out of contact or suspended.
create view task_expected as
  select e.list_id task_id, e.branch_id, e.member_id, e.votes
  from expected_member e join expected_list l on l.id = e.list_id
  where l.confirmed_at is not null
  union all
  select t.id, t.branch_id, m.id, m.kind = 'FULL' and m.standing = 'NORMAL'
  from branch_task t
  join membership ms on ms.branch_id = t.branch_id and ms.until_on is null
  join member m on m.id = ms.member_id and m.standing in ('NORMAL', 'ON_PROBATION_PENALTY')
  where not exists (select 1 from expected_list l where l.id = t.id and l.confirmed_at is not null);
