-- How many of those expected come to a meeting at least, and whether an evaluation ballot (民主测评) needs more than half
-- of them.
alter table campaign
  add column min_attendance text not null default 'HALF' check (min_attendance in ('HALF', 'TWO_THIRDS', 'NINETY_FIVE_PERCENT')),
  add column ballot_needs_quorum boolean not null default true;
