-- The recorded meeting of the branch or its committee at which the list was agreed, where there is one.
alter table list_decision
  add column routine_id bigint,
  add foreign key (routine_id, branch_id) references routine_meeting (id, branch_id) on delete set null (routine_id),
  add check (routine_id is null or not at_meeting);
create index list_decision_routine on list_decision (routine_id) where routine_id is not null;
