-- 自查: the office has this installation attacked by itself, on its own tables and on naive ones beside them.

-- What came out, and when; of the ballots tried only their number.
create table secrecy_check (
  id bigint generated always as identity primary key,
  checked_on date not null,
  tried integer not null check (tried > 0),
  attributed integer not null check (attributed between 0 and tried),
  attributed_naively integer not null check (attributed_naively between 0 and tried),
  -- what in the tables' definition could tie a ballot to a voter, one a line
  findings text not null
);
revoke update, delete, truncate on secrecy_check from "${applicationUser}";

-- Tables as they are usually made, to show that the attack works. Always empty: whoever writes here takes it back.
create table naive_voter (
  id bigint generated always as identity primary key,
  voter text not null,
  voted_at timestamptz not null default clock_timestamp()
);
create table naive_vote (
  id bigint generated always as identity primary key,
  grades text not null,
  voted_at timestamptz not null default clock_timestamp()
);

-- The check makes a box of no meeting and takes it back before anybody asks for the meeting.
alter table ballot_box alter constraint ballot_box_meeting_id_fkey deferrable initially immediate;
alter table ballot_box alter constraint ballot_box_created_by_fkey deferrable initially immediate;
alter table ballot_box alter constraint ballot_box_scrutineer_id_fkey deferrable initially immediate;
alter table ballot_box alter constraint ballot_box_teller_id_fkey deferrable initially immediate;
