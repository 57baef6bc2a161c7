#!/usr/bin/env bash
# Runs once, on an empty server, as its superuser: the two users and the database of OrgLife. The owner migrates; the
# application gets rows and nothing else, so that a hole in it cannot drop a table or disable a trigger.
set -euo pipefail

: "${ORGLIFE_DB_OWNER_PASSWORD:?Set ORGLIFE_DB_OWNER_PASSWORD}" "${ORGLIFE_DB_PASSWORD:?Set ORGLIFE_DB_PASSWORD}"

psql --no-psqlrc -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d postgres <<'SQL'
\getenv owner_password ORGLIFE_DB_OWNER_PASSWORD
\getenv application_password ORGLIFE_DB_PASSWORD
create role orglife_owner login password :'owner_password';
create role orglife login password :'application_password';
create database orglife owner orglife_owner;
revoke connect, temporary on database orglife from public;
grant connect on database orglife to orglife;
\connect orglife
alter schema public owner to orglife_owner;
revoke create on schema public from public;
grant usage on schema public to orglife;
alter default privileges for role orglife_owner in schema public grant select, insert, update, delete on tables to orglife;
alter default privileges for role orglife_owner in schema public grant usage on sequences to orglife;
SQL
