-- The anonymous box. What is thrown in is sealed with a key of the box, which is itself sealed with the key of the
-- application; codes and letters bear no time, no sequence and no person.
create table opinion_box (
  id uuid primary key default gen_random_uuid(),
  branch_id bigint not null,
  task_id bigint not null,
  closes_on date not null,
  quota integer not null check (quota between 1 and 500),
  codes integer not null check (codes between 1 and 1000),
  wrapped_key bytea,
  closed boolean not null default false,
  opened_by bigint not null references account (id),
  check (closed = (wrapped_key is null)),
  foreign key (task_id, branch_id) references branch_task (id, branch_id)
);
create unique index opinion_box_one_open on opinion_box (task_id) where not closed;

create table opinion_box_code (
  code_hash bytea primary key check (octet_length(code_hash) = 32),
  box_id uuid not null references opinion_box (id),
  uses_left integer not null check (uses_left >= 0)
);
create index opinion_box_code_box on opinion_box_code (box_id);

-- Exists only from being thrown in to the release of its batch. Three lengths, so that no length tells a text.
create table opinion_box_letter (
  id uuid primary key default gen_random_uuid(),
  box_id uuid not null references opinion_box (id),
  sealed bytea not null check (octet_length(sealed) in (1053, 4125, 16413))
);
create index opinion_box_letter_box on opinion_box_letter (box_id);

-- With the code of which this is the hash, whoever has thrown an opinion in reads what became of it.
create table opinion_receipt (
  receipt_hash bytea primary key check (octet_length(receipt_hash) = 32),
  branch_id bigint not null,
  opinion_id bigint not null,
  foreign key (opinion_id, branch_id) references opinion (id, branch_id)
);
create index opinion_receipt_opinion on opinion_receipt (opinion_id);
