-- Who, when, what. Ids, field names, enum values and dates only: never free text.
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id bigint,
  actor_name text not null,
  role text,
  unit_id bigint,
  address text,
  action text not null,
  object_type text not null,
  object_id text not null,
  object_label text,
  fields text[] not null default '{}',
  succeeded boolean not null default true
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_object on audit_entry (object_type, object_id);
-- for the choices of the auditor's filter, and for the filter itself
create index audit_entry_action on audit_entry (action, id);
create index audit_entry_account on audit_entry (account_id, at);

create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is append-only';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry
  for each row execute function audit_entry_is_append_only();
create trigger audit_entry_is_not_emptied before truncate on audit_entry
  for each statement execute function audit_entry_is_append_only();
revoke update, delete, truncate on audit_entry from "${applicationUser}";
