-- 满意度测评: what people think of the result of a rectification, asked without a name. What they answer is sealed with a key
-- of the survey, which is itself sealed with the key of the application; it is opened once, when the survey is closed, and
-- only counts and shuffled words are left of it.
create sequence satisfaction_survey_seq increment by 50;
create table satisfaction_survey (
  id bigint primary key,
  branch_id bigint not null,
  task_id bigint not null,
  number integer not null check (number >= 1),
  state text not null check (state in ('DRAFT', 'OPEN', 'CLOSED')),
  whole boolean not null,
  -- whether somebody's own item is asked about: then members of the branch answer, and with codes alone
  personal boolean not null,
  target_group text not null check (target_group in ('MEMBER', 'RETIRED', 'OUTSIDER', 'SERVICE', 'LINKED_UNIT', 'SUPERIOR', 'OTHER')),
  scale text not null check (scale in ('THREE', 'FOUR')),
  -- satisfied of a hundred valid answers that an item needs
  threshold integer not null check (threshold between 1 and 100),
  closes_on date not null,
  remarks_asked boolean not null,
  open_to_all boolean not null,
  -- how many came without a code, on the last day on which one did; never beside what was answered
  open_day date,
  open_count integer not null default 0 check (open_count >= 0),
  codes integer not null check (codes between 0 and 1000),
  address uuid not null unique,
  wrapped_key bytea,
  prepared_by bigint not null references account (id),
  opened_on date,
  closed_on date,
  -- sheets that had come by the end
  answers integer check (answers >= 0),
  version bigint not null default 0,
  unique (id, branch_id),
  unique (task_id, number),
  foreign key (task_id, branch_id) references branch_task (id, branch_id),
  check ((state = 'OPEN') = (wrapped_key is not null)),
  check ((state = 'DRAFT') = (opened_on is null)),
  check ((state = 'CLOSED') = (closed_on is not null)),
  check ((state = 'CLOSED') = (answers is not null)),
  check (not personal or (target_group = 'MEMBER' and not open_to_all and not whole)),
  check (state = 'DRAFT' or open_to_all or codes > 0)
);
create index satisfaction_survey_branch on satisfaction_survey (branch_id) where state <> 'CLOSED';

-- What is asked, in the words that are shown, and what it came to. Below five valid answers no distribution exists at all.
create sequence survey_line_seq increment by 50;
create table survey_line (
  id bigint primary key,
  branch_id bigint not null,
  survey_id bigint not null,
  position integer not null check (position between 1 and 20),
  -- null for the rectification as a whole
  item_id bigint,
  personal boolean not null,
  words text not null check (char_length(words) between 1 and 500),
  valid integer check (valid >= 0),
  satisfied integer check (satisfied >= 0),
  fairly integer check (fairly >= 0),
  basically integer check (basically >= 0),
  dissatisfied integer check (dissatisfied >= 0),
  verdict text check (verdict in ('OPEN', 'APPROVED', 'REFUSED')),
  unique (id, branch_id),
  unique (survey_id, position),
  unique (survey_id, item_id),
  foreign key (survey_id, branch_id) references satisfaction_survey (id, branch_id) on delete cascade,
  foreign key (item_id, branch_id) references rectification_item (id, branch_id),
  check ((valid is null) = (verdict is null)),
  check (satisfied is null or (valid >= 5 and satisfied + fairly + basically + dissatisfied = valid)),
  check ((satisfied is null) = (fairly is null) and (satisfied is null) = (basically is null) and (satisfied is null) = (dissatisfied is null)),
  check (verdict is null or (verdict = 'OPEN') = (satisfied is null))
);

-- Which items a line decides about: one each, or with the rectification as a whole all that waited when it was opened. An item
-- that was worked on and checked anew since is no longer the one that was asked about.
create table survey_item (
  line_id bigint not null,
  branch_id bigint not null,
  item_id bigint not null,
  -- entry of the item's history by which it was found solved; 0 where none was written
  verification bigint not null,
  running boolean not null,
  primary key (line_id, item_id),
  foreign key (line_id, branch_id) references survey_line (id, branch_id) on delete cascade,
  foreign key (item_id, branch_id) references rectification_item (id, branch_id)
);
create index survey_item_item on survey_item (item_id);
create unique index survey_item_one_running on survey_item (item_id) where running;

-- Codes and answers bear no time, no sequence and no person; answers are gone when the survey is closed.
create table survey_code (
  code_hash bytea primary key check (octet_length(code_hash) = 32),
  survey_id bigint not null references satisfaction_survey (id),
  used boolean not null
);
create index survey_code_survey on survey_code (survey_id);

create table survey_answer (
  id uuid primary key default gen_random_uuid(),
  survey_id bigint not null references satisfaction_survey (id),
  -- one length for all of them
  sealed bytea not null check (octet_length(sealed) = 2077)
);
create index survey_answer_survey on survey_answer (survey_id);

create table survey_remark (
  id uuid primary key default gen_random_uuid(),
  survey_id bigint not null references satisfaction_survey (id),
  words text not null check (char_length(words) between 1 and 500)
);
create index survey_remark_survey on survey_remark (survey_id);
revoke update on survey_answer, survey_remark from "${applicationUser}";
