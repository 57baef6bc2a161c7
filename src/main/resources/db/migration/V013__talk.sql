create sequence talk_seq increment by 50;

-- A talk between members (谈心谈话): who, when, how. What was said is sealed, optional, and for those who took part alone.
create table talk (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  held_on date not null check (held_on between '1949-10-01' and '2100-12-31'),
  medium text not null check (medium in ('FACE', 'PHONE', 'WECHAT', 'VIDEO', 'VISIT')),
  pair_kind text not null
    check (pair_kind in ('SEC_COMM', 'SEC_MEMBER', 'COMM_COMM', 'COMM_MEMBER', 'MEMBER_MEMBER', 'LEADER_MEMBER')),
  -- persons talked with; more than one make it a talk in a group
  partners integer not null check (partners >= 1),
  text_sealed bytea,
  recorded_on date not null,
  recorded_by bigint references account (id),
  -- the row of the sheet it came with, whole: it is known again by it
  source_sealed bytea,
  withdrawn_at timestamptz,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  check (withdrawn_at is null or text_sealed is null)
);
create index talk_task on talk (task_id, held_on);

create sequence talk_participant_seq increment by 50;

create table talk_participant (
  id bigint primary key,
  talk_id bigint not null,
  branch_id bigint not null,
  member_id bigint not null references member (id),
  convener boolean not null,
  -- in which capacity on that day; a guest is a leader of another branch
  capacity text not null check (capacity in ('SECRETARY', 'COMMITTEE', 'MEMBER', 'GUEST')),
  confirmed_on date,
  unique (talk_id, member_id),
  foreign key (talk_id, branch_id) references talk (id, branch_id)
);
create unique index talk_participant_one_convener on talk_participant (talk_id) where convener;
create index talk_participant_member on talk_participant (member_id);

alter table task_figures
  add column talks integer not null default 0,
  add column talk_persons integer not null default 0,
  add column late_talks integer not null default 0,
  add column talk_pairs integer not null default 0,
  add column talk_pairs_done integer not null default 0,
  add column talk_members integer not null default 0,
  add column talk_members_done integer not null default 0,
  add column talk_peers_done integer not null default 0;
