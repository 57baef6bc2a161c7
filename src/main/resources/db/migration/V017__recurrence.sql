-- A problem that was there in an earlier cycle already. Which one it was is for the branch, or the member, to say.
alter table problem add column recurrence_of bigint;
alter table problem add constraint problem_recurrence foreign key (recurrence_of, branch_id) references problem (id, branch_id);
alter table problem add constraint problem_recurs_not_on_itself check (recurrence_of <> id);
create index problem_recurrence_of on problem (recurrence_of) where recurrence_of is not null;

-- Proposals that somebody has looked at and found to be another matter.
create table recurrence_dismissal (
  problem_id bigint not null,
  earlier_id bigint not null,
  branch_id bigint not null,
  dismissed_on date not null,
  primary key (problem_id, earlier_id),
  foreign key (problem_id, branch_id) references problem (id, branch_id) on delete cascade,
  foreign key (earlier_id, branch_id) references problem (id, branch_id) on delete cascade
);
create index recurrence_dismissal_earlier on recurrence_dismissal (earlier_id);

alter table task_figures add column recurring_problems integer not null default 0;
