-- Opinions are numbered per task, as problems and measures are.
alter table branch_task add column last_opinion_number integer not null default 0;

create sequence opinion_collection_seq increment by 50;

-- One time of asking: whom, how, how many sheets went out and came back; or that nobody had anything to say.
create table opinion_collection (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  channel text not null check (channel in ('FORM', 'SEMINAR', 'VISIT', 'INTERVIEW', 'MEETING', 'PHONE', 'WECHAT', 'BOX', 'OTHER')),
  target_group text not null check (target_group in ('MEMBER', 'RETIRED', 'OUTSIDER', 'SERVICE', 'LINKED_UNIT', 'SUPERIOR', 'OTHER')),
  issued integer check (issued between 0 and 100000),
  returned integer check (returned between 0 and 100000),
  held_on date not null,
  place text check (char_length(place) between 1 and 80),
  organiser text check (char_length(organiser) between 1 and 40),
  none_received boolean not null,
  recorded_on date not null,
  recorded_by bigint references account (id),
  version bigint not null default 0,
  unique (id, branch_id, task_id),
  check (returned is null or (issued is not null and returned <= issued)),
  check ((channel = 'FORM') or issued is null),
  foreign key (task_id, branch_id) references branch_task (id, branch_id)
);
create index opinion_collection_task on opinion_collection (task_id);

create sequence digest_point_seq increment by 50;

-- What several opinions come to, and what became of it.
create table digest_point (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  campaign_id bigint not null,
  text text not null check (char_length(text) between 1 and 500),
  about text not null check (about in ('COMMITTEE', 'SECRETARY', 'COMMITTEE_MEMBER', 'MEMBER', 'WORK', 'OTHER')),
  aspect_id bigint,
  owner_id bigint references member (id),
  disposition text not null check (disposition in ('OPEN', 'PROBLEM', 'ANSWERED', 'KEPT')),
  answer text check (char_length(answer) between 1 and 1000),
  problem_id bigint,
  decided_on date,
  version bigint not null default 0,
  unique (id, branch_id, task_id),
  check ((disposition = 'OPEN') = (decided_on is null)),
  check ((disposition = 'PROBLEM') = (problem_id is not null)),
  check (disposition <> 'ANSWERED' or answer is not null),
  foreign key (task_id, branch_id, campaign_id) references branch_task (id, branch_id, campaign_id),
  foreign key (aspect_id, campaign_id) references aspect (id, campaign_id),
  foreign key (problem_id, branch_id, task_id) references problem (id, branch_id, task_id)
);
create index digest_point_task on digest_point (task_id);
create unique index digest_point_problem on digest_point (problem_id) where problem_id is not null;

create sequence opinion_seq increment by 50;

-- One numbered point somebody has made. An anonymous one has no giver and nobody who wrote it down, and is never edited.
create table opinion (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  number integer not null check (number >= 1),
  text text not null check (char_length(text) between 1 and 2000),
  about text not null check (about in ('COMMITTEE', 'SECRETARY', 'COMMITTEE_MEMBER', 'MEMBER', 'WORK', 'OTHER')),
  channel text not null check (channel in ('FORM', 'SEMINAR', 'VISIT', 'INTERVIEW', 'MEETING', 'PHONE', 'WECHAT', 'BOX', 'OTHER')),
  target_group text check (target_group in ('MEMBER', 'RETIRED', 'OUTSIDER', 'SERVICE', 'LINKED_UNIT', 'SUPERIOR', 'OTHER')),
  collection_id bigint,
  giver_id bigint references member (id),
  anonymous boolean not null,
  given_on date,
  recorded_on date not null,
  recorded_by bigint references account (id),
  source_key text,
  copies integer not null default 1 check (copies >= 1),
  mark text check (mark in ('OFF_TOPIC', 'UNLAWFUL')),
  mark_reason text check (char_length(mark_reason) between 1 and 200),
  withdrawn_on date,
  withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 200),
  point_id bigint,
  version bigint not null default 0,
  unique (id, branch_id),
  unique (task_id, number),
  check (anonymous or target_group is not null),
  check (not anonymous or (giver_id is null and recorded_by is null and collection_id is null)),
  check ((mark is null) = (mark_reason is null)),
  check ((withdrawn_on is null) = (withdrawn_reason is null)),
  check (withdrawn_on is null or (point_id is null and not anonymous)),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  foreign key (collection_id, branch_id, task_id) references opinion_collection (id, branch_id, task_id),
  foreign key (point_id, branch_id, task_id) references digest_point (id, branch_id, task_id)
);
create index opinion_task on opinion (task_id, number);
create index opinion_point on opinion (point_id) where point_id is not null;
create index opinion_collection_opinions on opinion (collection_id) where collection_id is not null;
create index opinion_giver on opinion (giver_id) where giver_id is not null;
create unique index opinion_source on opinion (task_id, source_key) where source_key is not null;

alter table task_figures
  add column opinions integer not null default 0,
  add column forms_issued integer not null default 0,
  add column forms_returned integer not null default 0,
  add column hearings integer not null default 0;
