-- What the calendar has told about a measure that is not done (domain 2.11): each step once for each date it was due on.
create table reminder (
  measure_id bigint not null,
  branch_id bigint not null,
  step text not null check (step in ('NEAR', 'OVERDUE', 'COMMITTEE', 'SUPERIOR', 'ACTION')),
  due_on date not null,
  told_on date not null,
  primary key (measure_id, step, due_on),
  foreign key (measure_id, branch_id) references measure (id, branch_id) on delete cascade
);
create index reminder_told on reminder (told_on, branch_id);

create sequence overdue_action_seq increment by 50;

-- What was done about an item that is late: a reminder by the secretary, 约谈 and the like by the superior.
create table overdue_action (
  id bigint primary key,
  branch_id bigint not null,
  item_id bigint not null,
  kind text not null check (kind in ('REMINDER_TALK', 'INTERVIEW', 'CRITICISM', 'CIRCULAR', 'REFERRAL')),
  held_on date not null check (held_on between '1949-10-01' and '2100-12-31'),
  text text check (char_length(text) <= 300),
  actor_name text not null,
  at timestamptz not null,
  foreign key (item_id, branch_id) references rectification_item (id, branch_id)
);
create index overdue_action_item on overdue_action (item_id);

create sequence reminder_channel_seq increment by 50;

-- Where a unit wants to be told outside the system: counts only ever go there. The address opens a group's robot, so it is sealed.
create table reminder_channel (
  id bigint primary key,
  unit_id bigint not null references org_unit (id),
  kind text not null check (kind in ('MAIL', 'ROBOT')),
  name text not null check (char_length(name) between 1 and 40),
  address_sealed bytea not null,
  told_on date,
  outcome text check (outcome in ('SENT', 'FAILED')),
  version bigint not null default 0,
  check (outcome is null or told_on is not null)
);
create index reminder_channel_unit on reminder_channel (unit_id);
