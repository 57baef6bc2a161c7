-- Somebody who helps out for one campaign only: the rights of the seat end with that branch task.
alter table position add column task_id bigint references branch_task (id) on delete cascade;
alter table position add check (task_id is null or assistant);
create index position_task on position (task_id) where task_id is not null;
