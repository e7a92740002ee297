#!/usr/bin/env bash
# Keeps a database of the present schema, of both kinds, for the tests of upgrades. See README.md beside this file.
#
#   keep.sh NAME                    e.g. keep.sh 0002
#   keep.sh NAME --remake-initial   first makes the one migration, Initial, anew from the model (only while nothing is released)
set -euo pipefail
name=${1:?Name the schema, such as 0001}
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
kept=$PWD/BorgerPortal.Tests/Persistence/Released

if [ "${2:-}" = --remake-initial ]; then
    dotnet tool restore
    rm -rf BorgerPortal.Domain/Persistence/Migrations
    for database in Sqlite PostgreSql; do
        dotnet ef migrations add Initial --project BorgerPortal.Domain \
            --context "${database}BookingDbContext" --output-dir "Persistence/Migrations/$database"
    done
fi
dotnet build BorgerPortal.Web -v q

work=$(mktemp -d)
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
programs=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1)
export PATH=${programs:+$programs:}$PATH
portal=
stop() {
    [ -z "$portal" ] || kill "$portal" 2> /dev/null || true
    (cd "$work" && as_server pg_ctl -D server/data -m immediate stop > /dev/null 2>&1) || true
    rm -rf "$work"
}
trap stop EXIT

mkdir "$work/server"
[ "$(id -u)" != 0 ] || { chmod 755 "$work"; chown postgres "$work/server"; }
(
    cd "$work/server"
    as_server initdb -D data -U portal -A trust -E UTF8 --locale=C.UTF-8 --no-sync > /dev/null
    as_server pg_ctl -D data -l log -w -o "-c listen_addresses='' -c unix_socket_directories='$work/server'" start > /dev/null
)

# The journeys' scenario, and two bookings made by a citizen, so that no table is empty that a booking fills.
export ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS=http://127.0.0.1:0
export Clock__Now=2027-03-01T10:00 Planner__Scenario=$PWD/BorgerPortal.E2E/Scenarios/selvbooking.json
web=$PWD/BorgerPortal.Web/bin/Debug/net10.0/BorgerPortal.Web.dll

book() {
    curl -sS --fail-with-body -o /dev/null -X POST "$address/v1/JobnetCitizenStatus/moedetilbud/$1/booking" \
        -H 'X-Api-Key: demo-key' -H 'x-civilregistrationIdentifier: 0101505321' -H "x-requestId: kept-$1" \
        -H 'Content-Type: application/json' -d "{\"moedeStarttidspunkt\":\"$2\",\"samtaleformType\":1}"
}

fill() {
    dotnet "$web" migrate
    : > "$work/portal.log" # The address of the portal before this one must not be found in it.
    dotnet "$web" >> "$work/portal.log" 2>&1 &
    portal=$!
    until address=$(grep -o 'http://127.0.0.1:[0-9]*' "$work/portal.log"); do
        kill -0 "$portal" || { cat "$work/portal.log"; exit 1; }
        sleep 0.2
    done
    book 5b1f6f0a-0001-4000-8000-000000000001 2027-03-08T09:00
    book 5b1f6f0a-0001-4000-8000-000000000002 2027-03-12T13:00
    kill "$portal"
    wait "$portal" || true
    portal=
}

Data__Directory=$work/sqlite Database__Provider=Sqlite fill
gzip -9 -n -c "$work/sqlite/borgerportal.db" > "$kept/$name.db.gz"

export ConnectionStrings__BorgerPortal="Host=$work/server;Username=portal;Database=portal"
createdb -h "$work/server" -U portal portal
Data__Directory=$work/postgresql Database__Provider=PostgreSql fill
pg_dump -h "$work/server" -U portal --inserts --no-owner --no-privileges portal > "$kept/$name.sql"
ls -l "$kept/$name".*
