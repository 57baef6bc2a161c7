-- 佐证材料: files that show what was done about a problem, put beside a line of its history.
create sequence evidence_seq increment by 50;
create table evidence (
  id bigint primary key,
  branch_id bigint not null,
  item_id bigint not null,
  entry_id bigint not null references item_entry (id),
  file_id bigint not null unique references stored_file (id),
  name text not null check (char_length(name) between 1 and 120),
  kind text not null check (kind in ('PDF', 'JPEG', 'PNG', 'DOCX', 'XLSX')),
  size bigint not null check (size between 1 and 20971520),
  sha256 bytea not null check (length(sha256) = 32),
  uploaded_on date not null,
  account_id bigint not null references account (id),
  uploaded_by text not null,
  unique (id, branch_id),
  -- the same file twice is the same file
  unique (item_id, sha256),
  foreign key (item_id, branch_id) references rectification_item (id, branch_id)
);
create index evidence_branch on evidence (branch_id, uploaded_on);
