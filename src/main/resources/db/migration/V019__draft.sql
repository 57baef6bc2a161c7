-- What somebody is writing in a form and has not sent yet; his own, and nobody else reads it. A row without fields says
-- that they were sent or put aside: what arrives later with an older number is not kept.
create table form_draft (
  account_id bigint not null references account (id),
  form text not null check (char_length(form) between 1 and 200),
  -- version of the record that the form was opened on; null for a new one
  base_version bigint,
  fields_sealed bytea,
  seq bigint not null check (seq > 0),
  saved_at timestamptz not null,
  primary key (account_id, form)
);
create index form_draft_saved_at on form_draft (saved_at);
