#!/bin/sh
# Ends what start.sh DIR started, by process id, and leaves the logs.
. "$(dirname "$0")/lib.sh"
rm -f "$dir/world.json"
end pds
end world
end redis
end postgres INT
if [ -e "$dir/env" ]; then
    . "$dir/env"
    case $PGDATA in */kontor-pg.*) rm -rf "$PGDATA" ;; esac
    rm -f "$dir/env" "$dir/appview.json"
    rm -rf "$dir/pds" "$dir/blobs"
fi
say "stopped"
