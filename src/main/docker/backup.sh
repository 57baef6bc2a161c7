#!/usr/bin/env bash
# backup DIRECTORY: saves the database and the files into a new folder of DIRECTORY and reads both back to be sure.
# Connects as PGHOST, PGPORT, PGDATABASE, PGUSER and PGPASSWORD say (the owner of the tables); the files are those of
# ORGLIFE_FILES. The application may go on meanwhile. The key file is not in it and must never lie beside it.
set -Eeuo pipefail

into=${1:?Say into which directory: backup DIRECTORY}
: "${ORGLIFE_FILES:?Set ORGLIFE_FILES to the directory of the files}"
umask 077

name=orglife-$(date +%Y%m%d-%H%M%S)
part=$into/$name.part
[ -d "$into" ] || { echo "There is no directory $into." >&2; exit 2; }
[ ! -e "$part" ] && [ ! -e "$into/$name" ] || { echo "$into/$name is there already." >&2; exit 2; }
trap 'echo "The backup FAILED; what there is of it lies in $part." >&2' ERR
mkdir "$part"

# First the database, then the files: whatever a saved row names is saved as well.
pg_dump --format=custom --compress=6 --file="$part/database.dump"
tar -C "$ORGLIFE_FILES" -cf "$part/files.tar" .

# Read back in full, not only the table of contents.
pg_restore --file=/dev/null "$part/database.dump"
tar -tf "$part/files.tar" >/dev/null
(cd "$part" && sha256sum database.dump files.tar >SHA256SUMS)
sync -f "$part/SHA256SUMS" 2>/dev/null || sync
mv "$part" "$into/$name"

echo "Saved $into/$name: database $(stat -c %s "$into/$name/database.dump") bytes," \
    "files $(stat -c %s "$into/$name/files.tar") bytes. The key file is not in it: keep it elsewhere."
