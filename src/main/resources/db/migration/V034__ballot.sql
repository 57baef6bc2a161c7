-- 密封票箱: a secret ballot that stays secret even from the owner of this database. Nothing here bears a time, a running
-- number or the name of a voter; docs/ballot.md says why each column is as it is.

drop table paper_ballot;
drop sequence paper_ballot_seq;

create table ballot_box (
  id uuid primary key default gen_random_uuid(),
  meeting_id bigint not null references held_meeting (id),
  -- 1 for the first; a round that is void is followed by another
  round smallint not null default 1 check (round between 1 and 99),
  -- one box for the branch, or one for each group that meets
  part smallint not null default 1 check (part between 1 and 99),
  -- by slips that lead to a sealed box, or on paper alone
  mode text not null check (mode in ('SLIPS', 'PAPER')),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'ISSUED', 'OPEN', 'CLOSED', 'COUNTED', 'VOID')),
  created_by bigint not null references account (id),
  scrutineer_id bigint not null references account (id),
  teller_id bigint not null references account (id),
  -- as they were called on the day
  scrutineer text not null check (char_length(scrutineer) between 1 and 40),
  teller text not null check (char_length(teller) between 1 and 40),
  -- persons who might have voted, those of them there, slips given out, paper sheets given out but not for a slip
  eligible int not null check (eligible between 0 and 100000),
  present int not null check (present between 0 and eligible),
  issued int not null default 0 check (issued >= 0),
  sheets int not null default 0 check (sheets >= 0),
  subjects smallint not null check (subjects between 1 and 1000),
  -- fewer valid ballots than that show no distribution
  min_breakdown smallint not null default 5 check (min_breakdown >= 5),
  alg smallint not null default 1,
  public_key bytea,
  wrapped_key bytea,
  envelope_len int,
  void_reason text check (void_reason in ('MISMATCH', 'SLIP_USED', 'CODE_LOST', 'CALLED_OFF')),
  unique (meeting_id, round, part),
  check (scrutineer_id <> created_by),
  check (scrutineer_id <> teller_id),
  check (issued + sheets <= present),
  check ((state = 'VOID') = (void_reason is not null)),
  check (mode = 'SLIPS' or (issued = 0 and public_key is null)),
  check (state not in ('OPEN', 'CLOSED') or mode = 'PAPER' or (public_key is not null and wrapped_key is not null and envelope_len is not null)),
  check (state not in ('COUNTED', 'VOID') or wrapped_key is null)
);
create unique index ballot_box_one_at_work on ballot_box (meeting_id, part) where state not in ('COUNTED', 'VOID');

-- Who is voted on, in the order of the ballot: a member (M), the committee (C), or a member who is only listed because
-- he gets no grade (P). Frozen with the box: neither a transfer nor a deletion changes it.
create table ballot_subject (
  box_id uuid not null references ballot_box (id),
  pos smallint not null check (pos between 1 and 1000),
  kind char(1) not null check (kind in ('M', 'C', 'P')),
  member_id bigint,
  name text not null check (char_length(name) between 1 and 60),
  seat text,
  primary key (box_id, pos),
  check ((kind = 'C') = (member_id is null))
);

-- A slip: the hash of its code, and whether it still counts. I issued, U used, P exchanged for paper, V void.
create table ballot_slip (
  box_id uuid not null references ballot_box (id),
  token_hash bytea not null check (octet_length(token_hash) = 32),
  state char(1) not null default 'I' check (state in ('I', 'U', 'P', 'V')),
  -- hash of a random number in the page from which it was used: the same page sent twice is not somebody else
  page_hash bytea check (octet_length(page_hash) = 32),
  primary key (box_id, token_hash),
  check ((state = 'U') = (page_hash is not null))
);
create index ballot_slip_token on ballot_slip (token_hash);

-- A sealed ballot; there are some only while the box is open or closed.
create table ballot_envelope (
  box_id uuid not null references ballot_box (id),
  id uuid not null default gen_random_uuid(),
  sealed bytea not null,
  primary key (box_id, id)
);

-- What it came to, written once. Grades 1 to 4, 0 for an abstention, 5 for a line on paper that does not count.
create table ballot_tally (
  box_id uuid not null references ballot_box (id),
  pos smallint not null,
  grade smallint not null check (grade between 0 and 5),
  n int not null check (n >= 0),
  primary key (box_id, pos, grade),
  foreign key (box_id, pos) references ballot_subject (box_id, pos)
);

-- How the sheets and slips were accounted for.
create table ballot_report (
  box_id uuid primary key references ballot_box (id),
  electronic int not null check (electronic >= 0),
  paper_exchanged int not null check (paper_exchanged >= 0),
  paper_issued int not null check (paper_issued >= 0),
  paper_returned int not null check (paper_returned between 0 and paper_issued),
  paper_valid int not null check (paper_valid >= 0),
  paper_invalid int not null check (paper_invalid >= 0),
  slips_returned int not null check (slips_returned >= 0),
  slips_missing int not null check (slips_missing >= 0),
  confirmed_teller boolean not null check (confirmed_teller),
  confirmed_scrutineer boolean not null check (confirmed_scrutineer),
  check (paper_returned = paper_valid + paper_invalid)
);

-- Boxes go forward only, and a box that was counted or is void holds nothing that could be opened.
create function ballot_box_goes_forward() returns trigger language plpgsql as $$
begin
  if old.state in ('COUNTED', 'VOID')
    or (new.state <> old.state and not (
      new.state = 'VOID'
      or (old.state = 'DRAFT' and new.state = 'ISSUED' and new.mode = 'SLIPS')
      or (old.state = 'DRAFT' and new.state = 'OPEN' and new.mode = 'PAPER')
      or (old.state = 'ISSUED' and new.state = 'OPEN')
      or (old.state = 'OPEN' and new.state = 'CLOSED')
      or (old.state = 'CLOSED' and new.state = 'COUNTED'))) then
    raise exception 'A ballot box cannot go from % to %', old.state, new.state;
  end if;
  if new.state in ('COUNTED', 'VOID') and (
    exists (select from ballot_envelope where box_id = new.id) or exists (select from ballot_slip where box_id = new.id)) then
    raise exception 'A ballot box is emptied before it is counted or void';
  end if;
  return new;
end $$;
create trigger ballot_box_forward before update on ballot_box for each row execute function ballot_box_goes_forward();

create function ballot_envelope_fits() returns trigger language plpgsql as $$
begin
  if not exists (select from ballot_box where id = new.box_id and state = 'OPEN' and envelope_len = octet_length(new.sealed)) then
    raise exception 'An envelope goes into an open box only, and all are of one length';
  end if;
  return new;
end $$;
create trigger ballot_envelope_in before insert on ballot_envelope for each row execute function ballot_envelope_fits();

create function ballot_tally_is_written_once() returns trigger language plpgsql as $$
begin
  if not exists (select from ballot_box where id = new.box_id and state = 'CLOSED') then
    raise exception 'A tally is written when a closed box is counted, and never again';
  end if;
  return new;
end $$;
create trigger ballot_tally_once before insert on ballot_tally for each row execute function ballot_tally_is_written_once();
create trigger ballot_report_once before insert on ballot_report for each row execute function ballot_tally_is_written_once();

create function ballot_subject_is_frozen() returns trigger language plpgsql as $$
begin
  if not exists (select from ballot_box where id = new.box_id and state = 'DRAFT') then
    raise exception 'Who is voted on is settled before slips are made';
  end if;
  return new;
end $$;
create trigger ballot_subject_settled before insert on ballot_subject for each row execute function ballot_subject_is_frozen();

revoke update, delete, truncate on ballot_tally, ballot_report, ballot_subject from "${applicationUser}";
revoke delete, truncate on ballot_box from "${applicationUser}";
revoke update, truncate on ballot_envelope from "${applicationUser}";
-- whoever has an office at a ballot that is not over finds it on his page
create index ballot_box_scrutineer on ballot_box (scrutineer_id) where state not in ('COUNTED', 'VOID');
create index ballot_box_teller on ballot_box (teller_id) where state not in ('COUNTED', 'VOID');
