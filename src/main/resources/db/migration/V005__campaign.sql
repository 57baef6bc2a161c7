create sequence campaign_seq increment by 50;

-- A season of organisational-life meetings, issued by a superior. The year is a label, not a date.
create table campaign (
  id bigint primary key,
  kind text not null check (kind in ('THEMATIC', 'ANNUAL')),
  combines_member_review boolean not null,
  title text not null check (char_length(title) between 1 and 80),
  year integer not null check (year between 1949 and 2100),
  issuer_id bigint not null references org_unit (id),
  doc_number text check (char_length(doc_number) <= 60),
  issued_on date,
  basis text check (char_length(basis) <= 2000),
  theme text check (char_length(theme) <= 1000),
  requirement_phrase text check (char_length(requirement_phrase) <= 500),
  state text not null check (state in ('DRAFT', 'CONSULTING', 'ISSUED', 'IN_PROGRESS', 'REPORTING', 'CLOSED', 'ARCHIVED', 'CANCELLED')),
  meeting_from date,
  meeting_until date,
  report_due_on date,
  rectification_due_on date,
  backfilled boolean not null default false,
  -- policy, domain 2.2
  opinion_form text not null check (opinion_form in ('NOT_USED', 'OPTIONAL', 'REQUIRED')),
  personal_text text not null check (personal_text in ('NONE', 'OUTLINE_OPTIONAL', 'OUTLINE_REQUIRED', 'FULL_TEXT_REQUIRED')),
  text_review text not null check (text_review in ('OFF', 'BY_SECRETARY', 'BY_COMMITTEE')),
  share_texts text not null check (share_texts in ('OFF', 'AUTHOR_CONSENT')),
  approval_before_meeting boolean not null,
  photo_evidence text not null check (photo_evidence in ('OFF', 'OPTIONAL')),
  pre_assessment boolean not null,
  outside_reps text not null check (outside_reps in ('OFF', 'OPTIONAL', 'REQUIRED')),
  review_body text not null check (review_body in ('COMMITTEE', 'GENERAL_MEETING')),
  excellent_numerator integer not null check (excellent_numerator > 0),
  excellent_denominator integer not null check (excellent_denominator >= excellent_numerator),
  excellent_base text not null check (excellent_base in ('FULL_MEMBERS', 'PARTICIPANTS')),
  probationary_ballot boolean not null,
  leaders_graded boolean not null,
  satisfaction_to_close text not null check (satisfaction_to_close in ('OFF', 'FOR_BRANCH_ITEMS', 'ALL')),
  report_mode text not null check (report_mode in ('STATISTICS_ONLY', 'STATISTICS_AND_TEXT')),
  close_branch_items_by text not null check (close_branch_items_by in ('SUPERIOR', 'COMMITTEE')),
  notice_days integer not null check (notice_days between 0 and 60),
  version bigint not null default 0,
  check (meeting_from is null or meeting_until is null or meeting_from <= meeting_until),
  check (state in ('DRAFT', 'CONSULTING', 'CANCELLED') or issued_on is not null)
);
create index campaign_issuer on campaign (issuer_id);

create sequence aspect_seq increment by 50;

-- What problems are looked for against; one set for the branch, one for its members.
create table aspect (
  id bigint primary key,
  campaign_id bigint not null references campaign (id),
  subject text not null check (subject in ('BRANCH', 'MEMBER')),
  position integer not null check (position >= 1),
  title text not null check (char_length(title) between 1 and 60),
  guiding_questions text check (char_length(guiding_questions) <= 1000),
  unique (id, campaign_id),
  unique (campaign_id, subject, title)
);

create table study_item (
  campaign_id bigint not null references campaign (id),
  position integer not null,
  title text not null check (char_length(title) between 1 and 200),
  required boolean not null,
  primary key (campaign_id, position)
);

create sequence step_definition_seq increment by 50;
create table step_definition (
  id bigint primary key,
  campaign_id bigint not null references campaign (id),
  code text not null,
  level text not null check (level in ('MUST', 'SHOULD', 'MAY', 'OFF')),
  window_from date,
  window_until date,
  unique (campaign_id, code),
  check (window_from is null or window_until is null or window_from <= window_until)
);

create table campaign_target (
  campaign_id bigint not null references campaign (id),
  unit_id bigint not null references org_unit (id),
  primary key (campaign_id, unit_id)
);

create sequence supplement_seq increment by 50;
create table supplement (
  id bigint primary key,
  campaign_id bigint not null references campaign (id),
  title text not null check (char_length(title) between 1 and 80),
  body text not null check (char_length(body) between 1 and 5000),
  issued_at timestamptz not null,
  issued_by bigint not null references account (id)
);
create index supplement_campaign on supplement (campaign_id);

create sequence branch_task_seq increment by 50;

-- A branch's instance of a campaign. Problem and measure numbers run per task and are never used twice.
create table branch_task (
  id bigint primary key,
  campaign_id bigint not null references campaign (id),
  branch_id bigint not null references org_unit (id),
  state text not null check (state in ('CREATED', 'PREPARING', 'READY', 'APPROVAL_PENDING', 'RETURNED', 'SCHEDULED', 'IN_MEETING',
    'ADJOURNED', 'HELD', 'REPORTED', 'RECTIFYING', 'DONE', 'POSTPONED', 'REDO_REQUIRED', 'EXEMPTED')),
  deadline_override date,
  last_problem_number integer not null default 0,
  last_measure_number integer not null default 0,
  last_activity_at timestamptz not null,
  version bigint not null default 0,
  unique (campaign_id, branch_id),
  unique (id, branch_id),
  unique (id, branch_id, campaign_id)
);
create index branch_task_branch on branch_task (branch_id);

create sequence task_entry_seq increment by 50;
create table task_entry (
  id bigint primary key,
  task_id bigint not null,
  branch_id bigint not null,
  from_state text,
  to_state text not null,
  kind text not null check (kind in ('ISSUED', 'IMPORTED', 'MOVED', 'EXEMPTED')),
  reason text check (char_length(reason) <= 500),
  at timestamptz not null,
  account_id bigint references account (id),
  actor_name text not null,
  foreign key (task_id, branch_id) references branch_task (id, branch_id)
);
create index task_entry_task on task_entry (task_id);
