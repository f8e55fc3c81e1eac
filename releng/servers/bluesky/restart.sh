#!/bin/sh
# Kills the PDS of a running network as a power cut would, and starts it again on the same data.
. "$(dirname "$0")/lib.sh"
[ -e "$dir/env" ] || fail "nothing runs in $dir"
set -a
. "$dir/env"
set +a
end pds KILL
node_start pds
until_ready pds 60 pds_answers
say "PDS is back on $PDS_PORT"
