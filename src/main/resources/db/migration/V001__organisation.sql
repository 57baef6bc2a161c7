-- Names sort as people look them up: by pinyin, 2号 before 10号.
create collation zh_pinyin (provider = icu, locale = 'zh-u-co-pinyin-kn-true');

-- One at a time: the path needs the id before the row is written.
create sequence org_unit_seq;

-- A Party organisation in the tree: committee, general branch, branch or group.
-- The path holds the ids from the root down ("/1/17/203/"); byte order makes a subtree one range of the index.
create table org_unit (
  id bigint primary key,
  parent_id bigint references org_unit (id),
  path text collate "C" not null unique,
  name text not null check (char_length(name) between 1 and 60),
  -- Pinyin initials, so that "hxnk" finds 呼吸内科党支部.
  name_initials text not null default '',
  short_name text check (char_length(short_name) between 1 and 30),
  code text unique check (char_length(code) between 1 and 40),
  kind text not null check (kind in ('PARTY_COMMITTEE', 'WORK_COMMITTEE', 'LEADERSHIP_GROUP', 'INSTITUTION_COMMITTEE',
    'GENERAL_BRANCH', 'BRANCH', 'GROUP')),
  branch_kind text check (branch_kind in ('ORDINARY', 'DIRECT', 'JOINT', 'TEMPORARY', 'MOBILE', 'RETIRED')),
  category text check (char_length(category) <= 30),
  founded_on date,
  committee_elected_on date,
  dissolved_on date,
  version bigint not null default 0,
  check ((kind = 'BRANCH') = (branch_kind is not null)),
  check (parent_id is null or parent_id <> id),
  check (path like '%/' || id || '/'),
  check (dissolved_on is null or founded_on is null or dissolved_on >= founded_on)
);
create index org_unit_parent on org_unit (parent_id);
-- Two units of one name under one parent could not be told apart, in the tree or in an import.
create unique index org_unit_name_under_parent on org_unit (coalesce(parent_id, 0), name) where dissolved_on is null;
create index org_unit_name on org_unit (name);

create sequence member_seq increment by 50;

create table member (
  id bigint primary key,
  code text unique check (char_length(code) between 1 and 40),
  name text not null check (char_length(name) between 1 and 40),
  name_initials text not null,
  gender text check (gender in ('MALE', 'FEMALE')),
  born_on date check (born_on between '1900-01-01' and '2100-12-31'),
  kind text not null check (kind in ('FULL', 'PROBATIONARY')),
  standing text not null default 'NORMAL'
    check (standing in ('NORMAL', 'ON_PROBATION_PENALTY', 'OUT_OF_CONTACT', 'SUSPENDED')),
  joined_on date,
  full_on date,
  leader boolean not null default false,
  retired boolean not null default false,
  mobile boolean not null default false,
  care boolean not null default false,
  abroad boolean not null default false,
  phone_sealed bytea,
  version bigint not null default 0,
  check (full_on is null or joined_on is null or full_on >= joined_on),
  check (kind = 'FULL' or full_on is null)
);
create index member_name on member (name collate zh_pinyin, id);
create index member_initials on member (name_initials text_pattern_ops);

create sequence membership_seq increment by 50;

-- The enrolment of a member in exactly one branch; history by dates, the open row is the present one.
create table membership (
  id bigint primary key,
  member_id bigint not null references member (id),
  branch_id bigint not null references org_unit (id),
  group_id bigint references org_unit (id),
  from_on date not null,
  until_on date,
  end_reason text check (end_reason in ('TRANSFERRED', 'TRANSFERRED_OUT', 'WITHDREW', 'REMOVED', 'EXPELLED', 'DECEASED', 'BRANCH_CLOSED')),
  version bigint not null default 0,
  check (until_on is null or until_on >= from_on),
  check ((until_on is null) = (end_reason is null))
);
create unique index membership_one_open_per_member on membership (member_id) where until_on is null;
create index membership_branch on membership (branch_id, until_on);
create index membership_member on membership (member_id);
create index membership_group on membership (group_id) where until_on is null;

create sequence position_seq increment by 50;

-- A seat held from a day until a day. A seat without a member is vacant.
create table position (
  id bigint primary key,
  unit_id bigint not null references org_unit (id),
  member_id bigint references member (id),
  kind text not null check (kind in ('SECRETARY', 'DEPUTY_SECRETARY', 'ORGANISATION', 'PUBLICITY', 'DISCIPLINE', 'OTHER',
    'GROUP_LEADER')),
  title text check (char_length(title) between 1 and 30),
  assistant boolean not null default false,
  acting boolean not null default false,
  from_on date not null,
  until_on date,
  version bigint not null default 0,
  check (until_on is null or until_on >= from_on),
  check (kind <> 'OTHER' or title is not null),
  check (member_id is not null or not (assistant or acting))
);
create unique index position_one_secretary on position (unit_id) where kind = 'SECRETARY' and until_on is null and not assistant;
create unique index position_one_group_leader on position (unit_id)
  where kind = 'GROUP_LEADER' and until_on is null and not assistant;
create unique index position_once_per_member on position (unit_id, member_id, kind, coalesce(title, '')) where until_on is null;
create index position_unit on position (unit_id, until_on);
create index position_member on position (member_id, until_on);
