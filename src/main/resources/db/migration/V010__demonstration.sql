-- One row in a database that holds the sample organisation: such a one is never mixed with real data.
create table demonstration (
  one boolean primary key default true check (one),
  loaded_at timestamptz
);
