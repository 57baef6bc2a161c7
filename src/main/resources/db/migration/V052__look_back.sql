-- 回头看: rounds in which items that were struck off are looked at again, and what was found at each.
alter table item_entry
  drop constraint item_entry_kind_check,
  add constraint item_entry_kind_check check (kind in ('IMPORTED', 'CLAIMED', 'PLANNED', 'PROGRESS', 'MEASURE_DONE', 'MEASURE_REOPENED', 'STAGE', 'SUBMITTED',
    'TAKEN_BACK', 'RETURNED', 'VERIFIED', 'CLOSED', 'REOPENED', 'WITHDRAWN', 'MERGED', 'MERGED_IN', 'TRANSFERRED', 'TRANSFERRED_IN', 'PROBLEM_EDITED',
    'MEASURE_ADDED', 'MEASURE_EDITED', 'MEASURE_REMOVED', 'EXTENSION_ASKED', 'EXTENSION_DROPPED', 'EXTENSION_GRANTED', 'EXTENSION_REFUSED',
    'IMPORT_CHANGED', 'LOOKED_AT'));

create sequence look_back_round_seq increment by 50;

create table look_back_round (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  number integer not null check (number >= 1),
  state text not null check (state in ('PLANNED', 'RUNNING', 'FINISHED', 'CANCELLED')),
  -- drawn by a superior's office, not by the branch itself
  by_office boolean not null,
  -- where whoever drew it acts: the branch, or the office's unit
  unit_id bigint not null references org_unit (id),
  extent text not null check (extent in ('ALL', 'SAMPLE', 'REOPENED_ONLY')),
  percent integer check (percent between 1 and 100),
  -- with the numbers it was drawn from, everybody can draw again and gets the same items
  seed bigint,
  branch_pool integer[] not null,
  personal_pool integer[] not null,
  planned_on date not null check (planned_on between '1949-10-01' and '2100-12-31'),
  drawn_on date not null,
  drawn_by bigint not null references account (id),
  drawn_by_name text not null,
  finished_on date,
  finished_by_name text,
  version bigint not null default 0,
  unique (id, branch_id),
  unique (task_id, number),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  check ((extent = 'SAMPLE') = (percent is not null)),
  check ((extent = 'SAMPLE') = (seed is not null)),
  check ((state = 'FINISHED') = (finished_on is not null)),
  -- the superior counts what is a person's own, and looks at nothing of it
  check (not by_office or cardinality(personal_pool) = 0)
);
create unique index look_back_round_one_open on look_back_round (task_id, by_office) where state in ('PLANNED', 'RUNNING');

create table look_back_inspector (
  round_id bigint not null,
  branch_id bigint not null,
  position integer not null check (position >= 0),
  -- null for somebody from elsewhere
  member_id bigint references member (id),
  name text not null check (char_length(name) between 1 and 40),
  primary key (round_id, position),
  foreign key (round_id, branch_id) references look_back_round (id, branch_id) on delete cascade
);
create index look_back_inspector_member on look_back_inspector (member_id) where member_id is not null;

create sequence look_back_result_seq increment by 50;

create table look_back_result (
  id bigint primary key,
  branch_id bigint not null,
  round_id bigint not null,
  item_id bigint not null,
  -- null while nobody has looked
  finding text check (finding in ('HOLDING', 'PARTIAL', 'REBOUND', 'NOT_DONE')),
  way text check (way in ('ON_SITE', 'HEARING', 'RECORDS', 'OTHER')),
  remark text check (char_length(remark) between 1 and 300),
  inspector_id bigint references member (id),
  inspector_name text check (char_length(inspector_name) between 1 and 40),
  checked_on date check (checked_on between '1949-10-01' and '2100-12-31'),
  recorded_by_name text,
  -- how often the item had been registered again once the result was noted
  reopenings integer check (reopenings >= 0),
  -- it was being worked on again before anybody looked
  moved_on boolean not null default false,
  version bigint not null default 0,
  unique (id, branch_id),
  unique (round_id, item_id),
  foreign key (round_id, branch_id) references look_back_round (id, branch_id) on delete cascade,
  foreign key (item_id, branch_id) references rectification_item (id, branch_id) on delete cascade,
  check ((finding is null) = (way is null)),
  check ((finding is null) = (inspector_name is null)),
  check ((finding is null) = (checked_on is null)),
  check ((finding is null) = (reopenings is null)),
  check (finding is null or not moved_on),
  check (finding is null or finding = 'HOLDING' or remark is not null)
);
create index look_back_result_item on look_back_result (item_id);
