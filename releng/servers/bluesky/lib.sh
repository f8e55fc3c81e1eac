# Shared by start.sh, restart.sh and stop.sh. Sourced, not run.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# -eq 1 ] || { echo "usage: $(basename "$0") DIR" >&2; exit 2; }
mkdir -p "$1"
dir=$(cd "$1" && pwd)

say() { echo "bluesky: $*"; }
fail() { echo "bluesky: $*" >&2; exit 1; }

# The first path that a pattern names; initdb and its like are not on the path.
first() { for found in "$@"; do [ -e "$found" ] && { echo "$found"; return 0; }; done; return 1; }
pgbin() { dirname "$(first /usr/lib/postgresql/*/bin/initdb)"; }

# PostgreSQL refuses root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Whether the process that wrote a pid file still runs.
alive() { [ -s "$dir/$1.pid" ] && kill -0 "$(cat "$dir/$1.pid")" 2>/dev/null; }

# Ends one process by its id, waits for it, and insists after ten seconds.
end() {
    [ -s "$dir/$1.pid" ] || return 0
    pid=$(cat "$dir/$1.pid")
    kill "-${2:-TERM}" "$pid" 2>/dev/null || true
    i=0
    while kill -0 "$pid" 2>/dev/null; do
        i=$((i + 1))
        [ $i -lt 50 ] || kill -KILL "$pid" 2>/dev/null || true
        [ $i -lt 100 ] || fail "$1 (process $pid) does not end"
        sleep 0.2
    done
    rm -f "$dir/$1.pid"
}

# Starts a node program of this folder in the background; its output goes to DIR/log.
node_start() {
    nohup env -u npm_config_nodedir KONTOR_DIR="$dir" NODE_PATH="$modules" NODE_ENV=test LOG_ENABLED=false \
        node --require "$here/loopback.js" "$here/$1.js" >>"$dir/log/$1.log" 2>&1 </dev/null &
    echo $! >"$dir/$1.pid"
}

# Waits until a command succeeds, as long as the process behind it lives.
until_ready() {
    name=$1 seconds=$2
    shift 2
    i=0
    until "$@" >/dev/null 2>&1; do
        i=$((i + 1))
        [ $i -lt $((seconds * 5)) ] || { tail -n 20 "$dir/log/$name.log" >&2 || true; fail "$name is not ready after $seconds s"; }
        [ ! -e "$dir/$name.pid" ] || alive "$name" || { tail -n 20 "$dir/log/$name.log" >&2; fail "$name ended by itself"; }
        sleep 0.2
    done
}

pds_answers() { node -e "fetch('http://127.0.0.1:$PDS_PORT/xrpc/_health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"; }
