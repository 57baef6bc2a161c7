-- One sealed word that tells at each start whether the key at hand is the one of this database.
create table sealing_check (
  id smallint primary key check (id = 1),
  sealed bytea not null
);
