-- Who is to have talked with every member before the meeting: anybody of the committee, or the secretary himself.
alter table campaign add column talked_by text not null default 'COMMITTEE' check (talked_by in ('COMMITTEE', 'SECRETARY'));
