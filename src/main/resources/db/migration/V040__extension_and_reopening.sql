-- 延期、复号、长期坚持: how far a branch settles an extension itself, and how often what is for the long term shows a result.
alter table campaign
  add column max_first_extension integer not null default 30 check (max_first_extension between 0 and 366),
  add column long_term_review integer not null default 90 check (long_term_review between 7 and 366);

alter table rectification_item
  drop constraint rectification_item_state_check,
  add constraint rectification_item_state_check check (state in ('CLAIMED', 'PLANNED', 'IN_PROGRESS', 'SUBMITTED', 'RETURNED', 'VERIFIED', 'CLOSED',
    'REOPENED', 'WITHDRAWN', 'MERGED', 'TRANSFERRED')),
  -- how often it was struck off and registered again
  add column reopenings integer not null default 0 check (reopenings >= 0),
  add check (state <> 'REOPENED' or reopenings > 0);

alter table measure
  -- the date before the first extension
  add column first_due_on date check (first_due_on is null or due_on is not null),
  add column extensions integer not null default 0 check (extensions >= 0),
  -- an extension that is asked for and not decided yet
  add column extension_until date,
  add column extension_reason text check (char_length(extension_reason) between 1 and 500),
  add column extension_asked_on date,
  add column extension_asked_by text,
  -- when the next result of a long-term measure is expected
  add column next_stage_on date check (next_stage_on is null or track = 'LONG_TERM'),
  add check ((extension_until is null) = (extension_reason is null)),
  add check ((extension_until is null) = (extension_asked_on is null)),
  add check ((extension_until is null) = (extension_asked_by is null));
create index measure_extension_asked on measure (task_id) where extension_until is not null;
create index measure_stage_owner on measure (owner_id, next_stage_on) where next_stage_on is not null;

alter table item_entry
  drop constraint item_entry_kind_check,
  add constraint item_entry_kind_check check (kind in ('IMPORTED', 'CLAIMED', 'PLANNED', 'PROGRESS', 'MEASURE_DONE', 'MEASURE_REOPENED', 'STAGE', 'SUBMITTED',
    'TAKEN_BACK', 'RETURNED', 'VERIFIED', 'CLOSED', 'REOPENED', 'WITHDRAWN', 'MERGED', 'MERGED_IN', 'TRANSFERRED', 'TRANSFERRED_IN', 'PROBLEM_EDITED',
    'MEASURE_ADDED', 'MEASURE_EDITED', 'MEASURE_REMOVED', 'EXTENSION_ASKED', 'EXTENSION_DROPPED', 'EXTENSION_GRANTED', 'EXTENSION_REFUSED',
    'IMPORT_CHANGED'));

alter table task_figures
  add column extended_measures integer not null default 0,
  add column reopened_items integer not null default 0;

update measure m set next_stage_on = current_date + 90
from rectification_item i
where i.id = m.item_id and m.track = 'LONG_TERM' and i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED');
