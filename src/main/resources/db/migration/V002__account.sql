create sequence account_seq increment by 50;

-- Who may sign in. The three officers are accounts of their own: never a member, never with a business role.
create table account (
  id bigint primary key,
  username text not null check (username = lower(username) and char_length(username) between 2 and 40),
  display_name text not null check (char_length(display_name) between 1 and 40),
  member_id bigint unique references member (id),
  officer boolean not null,
  state text not null check (state in ('PENDING', 'ACTIVE', 'DISABLED')),
  password_hash text,
  one_time boolean not null default true,
  one_time_until timestamptz,
  session_epoch integer not null default 0,
  large_type boolean not null default false,
  created_at timestamptz not null,
  created_by bigint references account (id),
  approved_by bigint references account (id),
  last_sign_in_at timestamptz,
  version bigint not null default 0,
  unique (id, officer),
  check (not officer or member_id is null),
  check (not one_time or password_hash is null or one_time_until is not null)
);
create unique index account_username on account (username);

create sequence role_assignment_seq increment by 50;

-- Roles that no position brings: offices, leaders, supervision groups, the officers.
create table role_assignment (
  id bigint primary key,
  account_id bigint not null,
  role text not null check (role in ('PARTY_OFFICE', 'LEADER', 'SUPERVISOR', 'ASSISTANT', 'SYS_ADMIN', 'SEC_ADMIN', 'AUDIT_ADMIN')),
  officer boolean generated always as (role in ('SYS_ADMIN', 'SEC_ADMIN', 'AUDIT_ADMIN')) stored,
  unit_id bigint references org_unit (id),
  from_on date not null,
  until_on date,
  granted_by bigint references account (id),
  version bigint not null default 0,
  -- an officer's account takes officer roles only, any other account none of them
  foreign key (account_id, officer) references account (id, officer),
  check ((unit_id is null) = (role in ('SYS_ADMIN', 'SEC_ADMIN', 'AUDIT_ADMIN'))),
  -- until_on on the day before from_on: taken back before it was ever held
  check (until_on is null or until_on >= from_on - 1),
  -- one officer role at a time; the range of one number stands in for an equality, which gist cannot index by itself
  constraint role_assignment_one_officer_role exclude using gist
    (int8range(account_id, account_id, '[]') with &&, daterange(from_on, until_on + 1) with &&) where (officer)
);
create unique index role_assignment_once on role_assignment (account_id, role, coalesce(unit_id, 0)) where until_on is null;
create index role_assignment_account on role_assignment (account_id);

-- Failed sign-ins of the last hours: the throttle counts them, whichever instance answered.
create table failed_sign_in (
  id bigint generated always as identity primary key,
  username text not null,
  address text not null,
  at timestamptz not null
);
create index failed_sign_in_username on failed_sign_in (username, at);
create index failed_sign_in_address on failed_sign_in (address, at);

-- Accounts opened together (开通账号): created by the system officer, approved once by the security officer.
create sequence account_opening_seq increment by 50;
create table account_opening (
  id bigint primary key,
  unit_id bigint not null references org_unit (id),
  state text not null check (state in ('REQUESTED', 'APPROVED', 'REJECTED')),
  requested_by bigint not null references account (id),
  requested_at timestamptz not null,
  accounts integer not null check (accounts > 0),
  decided_by bigint references account (id),
  decided_at timestamptz,
  version bigint not null default 0,
  check ((state = 'REQUESTED') = (decided_by is null)),
  check (decided_by is null or decided_by <> requested_by)
);
alter table account add column opening_id bigint references account_opening (id);
create index account_opening_of on account (opening_id);

-- Sessions (Spring Session JDBC).
create table spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
