#!/usr/bin/env bash
# Stops, by their process ids, the servers that start.sh started in a folder. The folder stays, with its logs.
#
#   stop.sh DIR
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=common.sh
source ./common.sh
[[ $# == 1 ]] || fail "usage: stop.sh DIR"
DIR=$(base_of "$1")
end_process "$DIR/postfix/queue/pid/master.pid"
end_process "$DIR/dovecot/run/master.pid"
rm -f "$1/world.env"
if [[ -f $1/base ]]; then
  cp "$DIR/postfix/log" "$1/postfix.log" 2>/dev/null || true
  cp "$DIR/dovecot/log" "$1/dovecot.log" 2>/dev/null || true
  rm -rf "$DIR" "$1/base"
fi
