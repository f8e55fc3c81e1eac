# shellcheck shell=bash
# Shared by the scripts beside it: finding ports, waiting, ending processes by their ids.

say() {
  printf 'mail servers: %s\n' "$*" >&2
}

fail() {
  say "$*"
  exit 1
}

# Whether something listens on a port of this machine.
listens() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# A port on which nothing listens, and none that was handed out before.
free_port() {
  local port
  for _ in $(seq 1 200); do
    port=$((20000 + RANDOM % 30000))
    if [[ " $PORTS_TAKEN " != *" $port "* ]] && ! listens "$port"; then
      PORTS_TAKEN="$PORTS_TAKEN $port"
      FREE_PORT=$port
      return
    fi
  done
  fail "no free port found"
}
PORTS_TAKEN=""
FREE_PORT=0

# Waits until a port is served.
await_port() {
  local name=$1 port=$2
  for _ in $(seq 1 150); do
    if listens "$port"; then
      return
    fi
    sleep 0.1
  done
  fail "$name does not answer on port $port"
}

# Waits until none of some processes is left.
await_end() {
  local pid
  for _ in $(seq 1 100); do
    for pid in "$@"; do
      if kill -0 "$pid" 2>/dev/null; then
        sleep 0.1
        continue 2
      fi
    done
    return 0
  done
  return 1
}

# Ends the process whose id stands in a file and its children, which may have clients and would outlive it by half a minute.
end_process() {
  local file=$1 pid children
  [[ -f $file ]] || return 0
  pid=$(tr -d '[:space:]' <"$file")
  [[ $pid =~ ^[0-9]+$ ]] || return 0
  mapfile -t children < <(ps -o pid= --ppid "$pid" | tr -d ' ')
  kill "$pid" 2>/dev/null || return 0
  await_end "$pid" || kill -9 "$pid" 2>/dev/null || true
  for pid in "${children[@]}"; do
    kill -9 "$pid" 2>/dev/null || true
  done
  await_end "${children[@]}"
}

# Where the servers of a folder keep their files: in the folder, unless its parents let nobody pass.
base_of() {
  if [[ -f $1/base ]]; then
    cat "$1/base"
  else
    echo "$1"
  fi
}
