-- A branch in the middle of its meeting, as the services have written it, so many times more: every number of its own
-- plus a million for the first copy, two million for the second, and so on.
do $$
declare
  part record;
begin
  for part in
    select * from (values
      (1, 'org_unit', 'id = :branch', array['id']),
      (2, 'member', 'id in (select member_id from membership where branch_id = :branch)', array['id']),
      (3, 'membership', 'branch_id = :branch', array['id', 'member_id', 'branch_id']),
      (4, 'position', 'unit_id = :branch', array['id', 'unit_id', 'member_id']),
      (5, 'account', 'member_id in (select member_id from membership where branch_id = :branch)', array['id', 'member_id']),
      (6, 'branch_task', 'branch_id = :branch', array['id', 'branch_id']),
      (7, 'task_figures', 'branch_id = :branch', array['task_id', 'branch_id']),
      (8, 'branch_plan', 'branch_id = :branch', array['id', 'branch_id', 'chair_id', 'recorder_id']),
      (9, 'org_life_meeting', 'branch_id = :branch', array['id', 'branch_id', 'task_id']),
      (10, 'held_meeting', 'branch_id = :branch', array['id', 'branch_id', 'task_id', 'chair_id', 'recorder_id']),
      (11, 'sitting', 'branch_id = :branch', array['id', 'branch_id', 'meeting_id']),
      (12, 'attendance', 'branch_id = :branch', array['id', 'branch_id', 'sitting_id', 'member_id']),
      (13, 'agenda_item', 'branch_id = :branch', array['id', 'branch_id', 'meeting_id']),
      (14, 'turn', 'branch_id = :branch', array['id', 'branch_id', 'item_id', 'member_id'])
    ) parts (number, name, rows, ids) order by number
  loop
    execute format($copy$
      insert into %1$I select copy.*
      from %1$I own cross join generate_series(1, :copies) k cross join to_jsonb(own) fields
        cross join lateral jsonb_populate_record(own,
          (select jsonb_object_agg(id, (fields ->> id)::bigint + k * 1000000) from unnest($1) id where fields ->> id is not null)
          || case %1$L
            when 'org_unit' then jsonb_build_object('name', fields ->> 'name' || k,
              'path', regexp_replace(fields ->> 'path', '[0-9]+/$', (fields ->> 'id')::bigint + k * 1000000 || '/'))
            when 'account' then jsonb_build_object('username', fields ->> 'username' || '-' || k)
            when 'held_meeting' then jsonb_build_object('live_key', fields ->> 'live_key' || k)
            when 'sitting' then jsonb_build_object('code', fields ->> 'code' || k)
            else '{}' end) copy
      where own.%2$s
      $copy$, part.name, part.rows) using part.ids;
  end loop;
end
$$;
