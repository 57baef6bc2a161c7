-- 撤销、移交, and the meeting that agreed a branch's list.
alter table rectification_item
  -- who decided that the item is taken back, and when
  add column decided_by text check (decided_by in ('COMMITTEE', 'GENERAL_MEETING')),
  add column decided_on date check (decided_on between '1949-10-01' and '2100-12-31'),
  -- the one link that leaves a branch: the item another branch had before
  add column transferred_from_id bigint references rectification_item (id),
  add check ((decided_by is null) = (decided_on is null)),
  add check (transferred_from_id <> id);
create unique index rectification_item_transferred_from on rectification_item (transferred_from_id);
create index rectification_item_merged_into on rectification_item (merged_into_id) where merged_into_id is not null;

-- Which meeting agreed the list of problems and measures of a branch (整改清单); one for each task.
create table list_decision (
  id bigint primary key,
  branch_id bigint not null,
  decided_by text not null check (decided_by in ('COMMITTEE', 'GENERAL_MEETING')),
  decided_on date not null check (decided_on between '1949-10-01' and '2100-12-31'),
  -- whether that was the organisational-life meeting itself
  at_meeting boolean not null,
  noted_on date not null,
  noted_by text not null,
  version bigint not null default 0,
  unique (id, branch_id),
  foreign key (id, branch_id) references branch_task (id, branch_id)
);
