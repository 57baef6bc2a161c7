-- A campaign that has reached every branch, with its ledger.
-- Campaign its id, problems and measures how many, own how many in a hundred are the branch's own; the ids of
-- everything in it begin at ten million times its own.
create function pg_temp.h(n bigint, k int) returns int immutable language sql
  return (hashint8extended(n, k) & 268435455)::int;

-- Sentences of 30 to 120 Chinese characters, put together from clauses that ledgers are full of.
create temp table sentence on commit drop as
select n, substr(string_agg((array['理论学习不够深入', '联系实际不够紧密', '谈心谈话开展得不够经常', '对青年党员的思想状况了解不及时', '组织生活的形式比较单一',
    '党员先锋模范作用发挥得不充分', '服务群众的主动性有待加强', '落实上级部署存在等靠思想', '党务工作台账记录不够规范', '批评与自我批评辣味不足',
    '调查研究不够深入扎实', '对基层反映的困难解决得不够及时', '学习内容与业务工作结合不紧', '廉政教育的针对性不强', '会议多而落实少',
    '每月组织一次集中学习', '党员轮流领学并交流体会', '班子成员每季度与分管部门党员谈心一次', '建立问题清单并逐项明确责任人', '年底前完成全部专题学习',
    '把办理情况纳入季度考核', '定期到基层一线听取意见', '由支部委员会每月检查一次进度', '对未按期完成的及时提醒督促', '形成制度长期坚持'])
    [1 + pg_temp.h(n, i) % 25], '，' order by i), 1, 29 + pg_temp.h(n, 0) % 91) || '。' text
from generate_series(0, 4999) n, generate_series(1, 24) i group by n;
create unique index on sentence (n);
analyze sentence;
create function pg_temp.sentence(n bigint, k int) returns text stable language sql return
  (select s.text from sentence s where s.n = pg_temp.h(sentence.n, k) % 5000);

insert into campaign (id, kind, combines_member_review, title, year, issuer_id, issued_on, state, meeting_from,
  meeting_until, rectification_due_on, opinion_form, personal_text, text_review, share_texts, approval_before_meeting,
  photo_evidence, pre_assessment, outside_reps, review_body, excellent_numerator, excellent_denominator, excellent_base,
  probationary_ballot, leaders_graded, satisfaction_to_close, report_mode, close_branch_items_by, notice_days)
values (:campaign, 'THEMATIC', false, format('第%s次专题组织生活会', :campaign), 2020 + :campaign, 1000000,
  make_date(2020 + :campaign, 7, 3), 'IN_PROGRESS', make_date(2020 + :campaign, 8, 1), make_date(2020 + :campaign, 8, 31),
  make_date(2020 + :campaign, 12, 31), 'OPTIONAL', 'OUTLINE_OPTIONAL', 'OFF', 'OFF', false, 'OFF', false, 'OPTIONAL',
  'COMMITTEE', 1, 3, 'FULL_MEMBERS', false, false, 'OFF', 'STATISTICS_ONLY', 'COMMITTEE', 5);

insert into campaign_target values (:campaign, 1000000);

insert into aspect (id, campaign_id, subject, position, title)
select :campaign * 10000000 + a, :campaign, case when a <= 5 then 'BRANCH' else 'MEMBER' end, a,
  (array['理论武装', '组织生活', '服务群众', '队伍建设', '改革攻坚', '政治素质', '理想信念', '能力本领', '担当作为', '工作作风', '廉洁自律'])[a]
from generate_series(1, 11) a;

insert into step_definition (id, campaign_id, code, level)
select :campaign * 10000000 + row_number() over (), :campaign, code, 'MUST'
from unnest(array['PLAN', 'KICKOFF', 'STUDY', 'STUDY_COVER', 'TALK', 'OPINION', 'OPINION_DIGEST', 'PROB_BRANCH', 'PROB_SECRETARY',
  'PROB_MEMBER', 'LAST_CYCLE', 'COMM_MEETING', 'EXPECTED_LIST', 'NOTICE']) code;

insert into branch_task (id, campaign_id, branch_id, state, last_activity_at)
select :campaign * 10000000 + id - 1000000, :campaign, id,
  case when pg_temp.h(id, 20) % 25 = 0 then 'REPORTED' else 'RECTIFYING' end,
  timestamptz '2023-10-19 17:00+08' - pg_temp.h(id, 21) % 2000 * interval '1 hour'
from org_unit where kind = 'BRANCH' and path like '/1000000/%';

create temp table enrolled on commit drop as
select ms.member_id, ms.branch_id, t.id task_id, po.kind seat,
  row_number() over (order by ms.branch_id, ms.member_id) m, min(ms.member_id) over (partition by ms.branch_id) secretary,
  count(*) over (partition by ms.branch_id) size
from membership ms
join branch_task t on t.branch_id = ms.branch_id and t.campaign_id = :campaign
left join position po on po.member_id = ms.member_id and po.unit_id = ms.branch_id
where ms.until_on is null and ms.member_id between 2000001 and 2100000;

-- Problem n is found by member n of 20,000, again and again: so a branch has them in proportion to its members.
create temp table found on commit drop as
select :campaign * 10000000 + n id, n, e.*, row_number() over (partition by e.branch_id order by n) number,
  case when pg_temp.h(n, 30) % 100 < :own then 'BRANCH'
    when e.seat = 'SECRETARY' then 'SECRETARY' when e.seat is not null then 'COMMITTEE_MEMBER' else 'MEMBER' end subject,
  case when n % 20 = 7 then 'CLAIMED' else (array['CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED',
    'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'PLANNED',
    'PLANNED', 'SUBMITTED', 'SUBMITTED', 'VERIFIED', 'RETURNED'])[1 + pg_temp.h(n, 31) % 20] end state
from generate_series(1, :problems) n join enrolled e on e.m = 1 + (n - 1) % 20000;

insert into problem (id, branch_id, task_id, campaign_id, number, source_number, subject_kind, subject_member_id,
  aspect_id, text, cause, source, raised_on)
select id, branch_id, task_id, :campaign, number, null, subject, case when subject <> 'BRANCH' then member_id end,
  :campaign * 10000000 + case when subject = 'BRANCH' then 1 + pg_temp.h(n, 32) % 5 else 6 + pg_temp.h(n, 32) % 6 end,
  pg_temp.sentence(n, 1), case when pg_temp.h(n, 33) % 3 > 0 then pg_temp.sentence(n, 2) end,
  (array['SELF', 'SELF', 'SELF', 'OPINION', 'TALK', 'CRITICISM', 'SUPERVISION', 'SUPERIOR'])[1 + pg_temp.h(n, 34) % 8],
  date '2023-07-10' + pg_temp.h(n, 35) % 45
from found;

insert into rectification_item (id, branch_id, task_id, state, responsible_leader, result, evidence, submitted_on,
  verified_on, closed_on)
select id, branch_id, task_id, state, case when pg_temp.h(n, 36) % 2 = 0 then '分管领导' end,
  case when state in ('SUBMITTED', 'VERIFIED', 'CLOSED') then pg_temp.sentence(n, 3) end,
  case when state = 'CLOSED' and pg_temp.h(n, 37) % 3 = 0 then '会议记录、签到表' end,
  case when state in ('SUBMITTED', 'VERIFIED', 'CLOSED') then date '2023-09-20' + pg_temp.h(n, 38) % 20 end,
  case when state in ('VERIFIED', 'CLOSED') then date '2023-10-10' + pg_temp.h(n, 38) % 5 end,
  case when state = 'CLOSED' then date '2023-10-12' + pg_temp.h(n, 38) % 7 end
from found;

-- Those that are only claimed have no measure yet; :measures are spread over the others, one or two each.
create temp table planned on commit drop as
select f.*, position,
  (array['IMMEDIATE', 'IMMEDIATE', 'IMMEDIATE', 'TERM', 'TERM', 'TERM', 'TERM', 'TERM', 'LONG_TERM', 'LONG_TERM'])
    [1 + pg_temp.h(n * 2 + position, 40) % 10] track
from (select *, row_number() over (order by n) r, count(*) over () workable from found where state <> 'CLAIMED') f,
  lateral generate_series(1, case when (f.r * (:measures - workable)) / workable
    > ((f.r - 1) * (:measures - workable)) / workable then 2 else 1 end) position;

insert into measure (id, branch_id, item_id, task_id, number, position, text, target, owner_id, track, due_on, progress,
  progress_on, done_on)
select :campaign * 10000000 + row_number() over (order by n, position), branch_id, id, task_id,
  row_number() over (partition by branch_id order by n, position), position, pg_temp.sentence(n * 2 + position, 4),
  case when pg_temp.h(n, 41) % 3 = 0 then pg_temp.sentence(n, 5) end,
  secretary + pg_temp.h(n * 2 + position, 42) % size, track,
  case when track <> 'LONG_TERM' then date '2023-09-15' + pg_temp.h(n * 2 + position, 43) % 110 end,
  case when state = 'IN_PROGRESS' and pg_temp.h(n, 44) % 2 = 0 then '已召开支部委员会研究，正在推进' end,
  case when state = 'IN_PROGRESS' and pg_temp.h(n, 44) % 2 = 0 then date '2023-10-08' end,
  case when state in ('SUBMITTED', 'VERIFIED', 'CLOSED') then date '2023-09-16' + pg_temp.h(n, 45) % 4 end
from planned;

insert into item_entry (id, item_id, branch_id, kind, from_state, to_state, text, happened_on, at, actor_name)
select :campaign * 10000000 + row_number() over (order by f.n, e.ordinal), f.id, f.branch_id, e.kind, null, e.kind,
  case when e.kind in ('RETURNED', 'CLOSED') then '情况属实' end, date '2023-08-01' + e.ordinal::int * 14,
  timestamptz '2023-08-01 09:00+08' + e.ordinal * interval '14 days', '支部书记'
from found f, unnest(case f.state when 'CLAIMED' then array['CLAIMED'] when 'PLANNED' then array['CLAIMED', 'PLANNED']
    when 'IN_PROGRESS' then array['CLAIMED', 'PLANNED', 'PROGRESS']
    when 'SUBMITTED' then array['CLAIMED', 'PLANNED', 'PROGRESS', 'SUBMITTED']
    when 'RETURNED' then array['CLAIMED', 'PLANNED', 'SUBMITTED', 'RETURNED']
    when 'VERIFIED' then array['CLAIMED', 'PLANNED', 'SUBMITTED', 'VERIFIED']
    else array['CLAIMED', 'PLANNED', 'SUBMITTED', 'VERIFIED', 'CLOSED'] end) with ordinality e(kind, ordinal);

update branch_task t set last_problem_number = x.problems, last_measure_number = x.measures
from (select task_id, count(*) problems,
    (select count(*) from measure m where m.task_id = p.task_id) measures
  from problem p where campaign_id = :campaign group by task_id) x
where x.task_id = t.id;

select setval('problem_seq', :campaign * 10000000 + 9000000), setval('measure_seq', :campaign * 10000000 + 9000000),
  setval('item_entry_seq', :campaign * 10000000 + 9000000), setval('branch_task_seq', :campaign * 10000000 + 9000000),
  setval('aspect_seq', :campaign * 10000000 + 9000000), setval('step_definition_seq', :campaign * 10000000 + 9000000),
  setval('campaign_seq', 1000);
