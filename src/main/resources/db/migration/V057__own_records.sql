-- 关于我的全部记录 asks every table for the rows of one person.

create index study_attendance_member on study_attendance (member_id);
create index measure_of_owner on measure (owner_id);
create index meeting_decision_owner on meeting_decision (owner_id) where owner_id is not null;
create index routine_decision_owner on routine_decision (owner_id) where owner_id is not null;
create index points_entry_of_member on points_entry (member_id);
create index points_exemption_of_member on points_exemption (member_id);
create index pledge_of_member on pledge (member_id) where member_id is not null;
create index publication_consent_member on publication_consent (member_id);
create index evidence_account on evidence (account_id);
