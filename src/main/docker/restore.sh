#!/usr/bin/env bash
# restore BACKUP [--replace]: brings back what backup has saved. Refuses while the application is running, and refuses a
# database or a file directory that is not empty unless --replace says that their contents may go. The database changes
# in one transaction: all of it or nothing. Connects as backup does.
set -Eeuo pipefail

from=${1:?Say which backup: restore BACKUP [--replace]}
replace=${2:-}
: "${ORGLIFE_FILES:?Set ORGLIFE_FILES to the directory of the files}"

refuse() { echo "Nothing was changed: $1" >&2; exit 2; }
ask() { psql --no-psqlrc -v ON_ERROR_STOP=1 -XAtqc "$1"; }
trap 'echo "The restore FAILED; the database is as it was before." >&2' ERR

[ -z "$replace" ] || [ "$replace" = --replace ] || refuse "what is \"$replace\"? Only --replace is known."
[ -f "$from/SHA256SUMS" ] || refuse "$from is no complete backup, it has no SHA256SUMS."
(cd "$from" && sha256sum --quiet --strict -c SHA256SUMS) || refuse "$from is damaged, its checksums do not match."
pg_restore --file=/dev/null "$from/database.dump" || refuse "$from/database.dump cannot be read by $(pg_restore --version)."

[ "$(ask "select count(*) from pg_stat_activity where datname = current_database() and usename = 'orglife'")" = 0 ] \
    || refuse 'the application is connected to this database: stop it first (docker compose stop orglife).'
if [ "$replace" != --replace ]; then
    [ "$(ask "select count(*) from pg_class where relnamespace = 'public'::regnamespace")" = 0 ] \
        || refuse 'the database is not empty. Save it first, then add --replace.'
    [ -z "$(find "$ORGLIFE_FILES" -mindepth 1 -print -quit)" ] \
        || refuse "$ORGLIFE_FILES is not empty. Save it first, then add --replace."
fi

{
    echo 'set client_min_messages = error;'
    echo 'drop schema if exists public cascade; create schema public; grant usage on schema public to orglife;'
    pg_restore --file=- "$from/database.dump" | grep -v '^CREATE SCHEMA public;$'
} | psql --no-psqlrc -v ON_ERROR_STOP=1 -X --quiet --single-transaction --output=/dev/null

trap 'echo "The database is restored, the files are NOT: bring them back by hand from $from/files.tar." >&2' ERR
find "$ORGLIFE_FILES" -mindepth 1 -delete
tar -C "$ORGLIFE_FILES" -xpf "$from/files.tar"
ask 'set client_min_messages = error; analyze' >/dev/null

echo "Restored $from: $(ask 'select count(*) from member') members, $(ask 'select count(*) from problem') problems," \
    "last recorded change $(ask "select coalesce(max(at)::text, 'none') from audit_entry")," \
    "$(find "$ORGLIFE_FILES" -type f | wc -l) files. Start it with the key file this database was sealed with."
