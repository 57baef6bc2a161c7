-- A large Party committee: 40 general branches, 1,000 branches, 20,000 members with the seats of their committees.
-- The same on every run: h(n, k) is the k-th arbitrary number of row n.
create function pg_temp.h(n bigint, k int) returns int immutable language sql
  return (hashint8extended(n, k) & 268435455)::int;

insert into org_unit (id, parent_id, path, name, kind, founded_on)
values (1000000, null, '/1000000/', '测算集团党委', 'PARTY_COMMITTEE', '1990-07-01');

insert into org_unit (id, parent_id, path, name, kind, founded_on)
select 1000000 + g, 1000000, format('/1000000/%s/', 1000000 + g), format('第%s分公司党总支', g), 'GENERAL_BRANCH', '1995-07-01'
from generate_series(1, 40) g;

insert into org_unit (id, parent_id, path, name, kind, branch_kind, category, founded_on)
select 1001000 + b, 1000000 + p, format('/1000000/%s/%s/', 1000000 + p, 1001000 + b),
  (array['机关', '生产一线', '研发', '后勤', '销售', '质检', '安全', '离退休'])[1 + b % 8] || format('第%s党支部', b), 'BRANCH',
  case when b % 8 = 7 then 'RETIRED' else 'ORDINARY' end,
  (array['机关', '企业', '科研', '服务'])[1 + b % 4], date '2000-01-01' + b
from generate_series(1, 1000) b, lateral (select 1 + (b - 1) / 25 p) x;

-- One branch of 100 members, 80 of 19, the others of 20.
create temp table branch as
select b, 1001000 + b id, case when b = 1 then 100 when b <= 81 then 19 else 20 end size,
  sum(case when b = 1 then 100 when b <= 81 then 19 else 20 end) over (order by b)
    - case when b = 1 then 100 when b <= 81 then 19 else 20 end members_before
from generate_series(1, 1000) b;

create temp table person as
select m, b.b, b.id branch_id, m - b.members_before seat
from branch b, lateral generate_series(b.members_before + 1, b.members_before + b.size) m;

insert into member (id, name, name_initials, gender, born_on, kind, joined_on, full_on, leader, retired, mobile)
select 2000000 + m, substr('王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗', 1 + s, 1) || substr('伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚', 1 + g1, 1)
    || case when pg_temp.h(m, 4) % 5 = 0 then '' else substr('建国文华志红玉春海英桂兰雪梅佳慧子轩思远', 1 + g2, 1) end,
  substr('wlzlcyhzzwxsmzhghgll', 1 + s, 1) || substr('wfnmjlqljyyyjtmcxxpg', 1 + g1, 1)
    || case when pg_temp.h(m, 4) % 5 = 0 then '' else substr('jgwhzhychyglxmjhzxsy', 1 + g2, 1) end,
  case when pg_temp.h(m, 5) % 2 = 0 then 'MALE' else 'FEMALE' end, date '1955-01-01' + pg_temp.h(m, 6) % 15000,
  case when seat > 5 and pg_temp.h(m, 7) % 30 = 0 then 'PROBATIONARY' else 'FULL' end,
  date '2016-07-01' + pg_temp.h(m, 8) % 2000,
  case when seat > 5 and pg_temp.h(m, 7) % 30 = 0 then null else date '2023-07-01' end,
  pg_temp.h(m, 9) % 12 = 0, b % 8 = 7, pg_temp.h(m, 10) % 40 = 0
from person, lateral (select pg_temp.h(m, 1) % 20 s, pg_temp.h(m, 2) % 20 g1, pg_temp.h(m, 3) % 20 g2) x;

insert into membership (id, member_id, branch_id, from_on)
select 3000000 + m, 2000000 + m, branch_id, date '2018-01-01' + pg_temp.h(m, 11) % 1500 from person;

insert into position (id, unit_id, member_id, kind, from_on)
select 4000000 + m, branch_id, 2000000 + m,
  (array['SECRETARY', 'DEPUTY_SECRETARY', 'ORGANISATION', 'PUBLICITY', 'DISCIPLINE'])[seat], date '2021-03-01'
from person where seat <= 5;

select setval('org_unit_seq', 1100000), setval('member_seq', 2100000), setval('membership_seq', 3100000),
  setval('position_seq', 4100000);
