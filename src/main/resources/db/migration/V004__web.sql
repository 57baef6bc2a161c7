-- One row for each create form sent: the second click finds the answer of the first.
create table idempotency_key (
  account_id bigint not null references account (id),
  key uuid not null,
  request_hash bytea not null,
  location text,
  at timestamptz not null,
  primary key (account_id, key)
);
create index idempotency_key_at on idempotency_key (at);

-- Files on disk under random names: uploads waiting for confirmation, results of jobs.
create sequence stored_file_seq increment by 50;
create table stored_file (
  id bigint primary key,
  owner_id bigint not null references account (id),
  stored_name text not null unique check (stored_name ~ '^[0-9a-f]{32}$'),
  original_name text not null check (char_length(original_name) between 1 and 120),
  size bigint not null check (size >= 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  at timestamptz not null,
  expires_at timestamptz
);
create index stored_file_expires_at on stored_file (expires_at);

-- Work that takes longer than a page may: progress, cancelling, result.
create sequence job_seq increment by 50;
create table job (
  id bigint primary key,
  account_id bigint not null references account (id),
  acting_as text not null,
  kind text not null,
  title text not null check (char_length(title) between 1 and 120),
  parameters jsonb not null,
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  done bigint not null default 0,
  total bigint not null default 0,
  cancel_requested boolean not null default false,
  file_id bigint references stored_file (id) on delete set null,
  failure text,
  at timestamptz not null,
  finished_at timestamptz,
  check ((state in ('DONE', 'FAILED', 'CANCELLED')) = (finished_at is not null))
);
create index job_account on job (account_id, at);

-- db-scheduler.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
