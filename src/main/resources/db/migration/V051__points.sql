-- 积分: off until a branch announces a scheme. Entries are written by named registrars and never changed.

create sequence points_scheme_seq increment by 50;

create table points_scheme (
  id bigint primary key,
  branch_id bigint not null references org_unit (id),
  year integer not null check (year between 2000 and 2100),
  base integer not null check (base between 0 and 1000),
  cap integer check (cap between 1 and 10000),
  period text not null check (period in ('MONTH', 'QUARTER', 'YEAR')),
  -- day on which the branch was told of it; nothing is entered or published before
  announced_on date check (announced_on between '1949-10-01' and '2100-12-31'),
  ended_on date,
  version bigint not null default 0,
  unique (id, branch_id),
  unique (branch_id, year),
  check (ended_on is null or announced_on is not null)
);

create table points_registrar (
  scheme_id bigint not null,
  branch_id bigint not null,
  member_id bigint not null references member (id),
  primary key (scheme_id, member_id),
  foreign key (scheme_id, branch_id) references points_scheme (id, branch_id)
);

-- Whom nothing is counted for (domain 3.10); it is no shortcoming.
create table points_exemption (
  scheme_id bigint not null,
  branch_id bigint not null,
  member_id bigint not null references member (id),
  reason text not null check (reason in ('RETIRED', 'MOBILE', 'AGED', 'ILL')),
  primary key (scheme_id, member_id),
  foreign key (scheme_id, branch_id) references points_scheme (id, branch_id)
);

create sequence points_item_seq increment by 50;

create table points_item (
  id bigint primary key,
  scheme_id bigint not null,
  branch_id bigint not null,
  position integer not null check (position >= 1),
  name text not null check (char_length(name) between 1 and 60),
  points integer not null check (points between -100 and 100 and points <> 0),
  -- at most so many points of it for one member in one period
  most integer check (most between 1 and 1000),
  unique (id, scheme_id),
  unique (scheme_id, position),
  foreign key (scheme_id, branch_id) references points_scheme (id, branch_id)
);

create sequence points_entry_seq increment by 50;

create table points_entry (
  id bigint primary key,
  branch_id bigint not null,
  scheme_id bigint not null,
  item_id bigint not null,
  member_id bigint not null references member (id),
  points integer not null check (points <> 0),
  on_day date not null,
  note text check (char_length(note) between 1 and 200),
  registrar_id bigint not null references member (id),
  registrar_name text not null,
  recorded_at timestamptz not null,
  -- the entry it takes back
  counters_id bigint unique references points_entry (id),
  foreign key (scheme_id, branch_id) references points_scheme (id, branch_id),
  foreign key (item_id, scheme_id) references points_item (id, scheme_id),
  check (registrar_id <> member_id),
  check (counters_id is null or note is not null)
);
create index points_entry_member on points_entry (scheme_id, member_id, on_day);
revoke update, delete, truncate on points_entry from "${applicationUser}";
