#!/bin/sh
# Starts a real Bluesky network on 127.0.0.1: a PDS, the PLC directory and the AppView, with a PostgreSQL and a Redis of
# its own. Writes DIR/world.json (service, accounts) when it can be used. stop.sh DIR ends it.
. "$(dirname "$0")/lib.sh"

missing=
while read -r package probe; do
    case $package in '' | '#'*) continue ;; esac
    # shellcheck disable=SC2086 # the probe may be a pattern
    case $probe in
        /*) first $probe >/dev/null || missing="$missing $package" ;;
        *) command -v "$probe" >/dev/null || missing="$missing $package" ;;
    esac
done <"$here/packages.txt"
[ -z "$missing" ] || fail "missing Debian packages:$missing (apt-get install$missing)"
[ ! -e "$dir/world.json" ] || fail "$dir/world.json is there already: stop.sh $dir first"
mkdir -p "$dir/log" "$dir/pds" "$dir/blobs"
# Half a network is of no use to anyone.
trap 'status=$?; [ $status = 0 ] || "$here/stop.sh" "$dir" >&2; exit $status' EXIT
trap 'exit 130' INT TERM

# The node modules live outside the checkout, one folder for each state of the lock file.
lock=$(sha256sum "$here/package-lock.json" | cut -c1-16)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/kontor/servers/bluesky
modules=$cache/$lock/node_modules
if [ ! -e "$cache/$lock/complete" ]; then
    say "installing node modules into $cache/$lock (some minutes, once)"
    mkdir -p "$cache"
    work=$(mktemp -d "$cache/install.XXXXXX")
    cp "$here/package.json" "$here/package-lock.json" "$work/"
    # better-sqlite3 is compiled here; node's own headers spare a download where the system has them.
    [ ! -e /usr/include/node/node.h ] || export npm_config_nodedir=/usr
    (cd "$work" && npm_config_build_from_source=true npm ci --no-audit --no-fund --foreground-scripts) \
        >"$dir/log/npm.log" 2>&1 || { tail -n 30 "$dir/log/npm.log" >&2; fail "npm ci failed"; }
    touch "$work/complete"
    # Somebody else may have been faster: then theirs is as good.
    mv -T "$work" "$cache/$lock" 2>/dev/null || [ -e "$cache/$lock/complete" ] || { rm -rf "$cache/$lock" && mv -T "$work" "$cache/$lock"; }
    rm -rf "$work"
fi

set -- $(node "$here/ports.js" 5)
umask 077
# Unquoted on purpose: each value is a word.
cat >"$dir/env" <<EOF
PG_PORT=$1
REDIS_PORT=$2
PLC_PORT=$3
APPVIEW_PORT=$4
PDS_PORT=$5
REDIS_HOST=127.0.0.1:$2
DB_POSTGRES_URL=postgresql://kontor@127.0.0.1:$1/kontor
JWT_SECRET=$(node -e "console.log(require('crypto').randomBytes(24).toString('hex'))")
PLC_ROTATION_KEY=$(node -e "console.log(require('crypto').randomBytes(32).toString('hex'))")
PGDATA=$(mktemp -d "${TMPDIR:-/tmp}/kontor-pg.XXXXXX")
modules=$modules
EOF
umask 022
set -a
. "$dir/env"
set +a

say "PostgreSQL on $PG_PORT"
[ "$(id -u)" != 0 ] || chown postgres "$PGDATA"
(
    cd "$PGDATA"
    as_postgres "$(pgbin)/initdb" -D "$PGDATA/data" -U kontor -A trust -E UTF8 --locale=C.UTF-8 --no-sync
    as_postgres "$(pgbin)/pg_ctl" -D "$PGDATA/data" -w -t 60 -l "$PGDATA/log" -o "-p $PG_PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories=$PGDATA -c fsync=off -c max_connections=100" start
    as_postgres "$(pgbin)/createdb" -h 127.0.0.1 -p "$PG_PORT" -U kontor kontor
) >"$dir/log/postgres.log" 2>&1 || { cat "$dir/log/postgres.log" "$PGDATA/log" >&2; fail "PostgreSQL does not start"; }
as_postgres head -n 1 "$PGDATA/data/postmaster.pid" >"$dir/postgres.pid"

say "Redis on $REDIS_PORT"
nohup redis-server --port "$REDIS_PORT" --bind 127.0.0.1 --save '' --appendonly no --dir "$dir" >"$dir/log/redis.log" 2>&1 </dev/null &
echo $! >"$dir/redis.pid"
until_ready redis 20 redis-cli -h 127.0.0.1 -p "$REDIS_PORT" ping

say "PLC on $PLC_PORT, AppView on $APPVIEW_PORT"
node_start world
until_ready world 120 test -e "$dir/appview.json"

say "PDS on $PDS_PORT"
node_start pds
until_ready pds 60 pds_answers

KONTOR_DIR="$dir" NODE_PATH="$modules" node --require "$here/loopback.js" "$here/accounts.js" >"$dir/log/accounts.log" 2>&1 \
    || { cat "$dir/log/accounts.log" >&2; fail "the accounts could not be created"; }
say "ready: $dir/world.json"
