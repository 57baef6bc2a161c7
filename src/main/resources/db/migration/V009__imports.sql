create sequence import_batch_seq increment by 50;

-- A workbook on its way in: checked, confirmed, perhaps undone. The file goes when the batch is settled.
create table import_batch (
  id bigint primary key,
  account_id bigint not null references account (id),
  actor_name text not null,
  role text not null,
  unit_id bigint not null references org_unit (id),
  file_name text not null check (char_length(file_name) between 1 and 120),
  file_id bigint references stored_file (id) on delete set null,
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'EXPIRED', 'UNDONE')),
  choices jsonb not null default '{}',
  preview jsonb,
  verdict text check (verdict in ('READY', 'NOTHING_NEW', 'TO_ANSWER', 'TO_CORRECT', 'WRONG', 'BLANK', 'UNREADABLE')),
  uploaded_at timestamptz not null,
  settled_at timestamptz,
  settled_by bigint references account (id),
  settled_by_name text,
  job_id bigint references job (id),
  version bigint not null default 0
);
create index import_batch_unit on import_batch (unit_id, uploaded_at);
create index import_batch_account on import_batch (account_id);

-- What an import wrote: the values as the file gave them (to tell later edits from later files) and, where it changed
-- an existing record, the values before (to undo).
create table import_record (
  batch_id bigint not null references import_batch (id),
  ordinal integer not null,
  object_type text not null,
  object_id bigint not null,
  created boolean not null,
  file_values jsonb not null,
  before_values jsonb,
  version_after bigint not null,
  primary key (batch_id, ordinal)
);
create index import_record_object on import_record (object_type, object_id, batch_id);
