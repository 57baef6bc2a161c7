-- A box may also be open to whoever has its address. How many came that way on a day is counted on the box itself, never
-- beside what was written.
alter table opinion_box add column open_to_all boolean not null default false;
alter table opinion_box add column open_day date;
alter table opinion_box add column open_count integer not null default 0 check (open_count >= 0);
