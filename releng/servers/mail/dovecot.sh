#!/usr/bin/env bash
# Starts, stops or restarts the Dovecot that start.sh set up in a folder.
#
#   dovecot.sh DIR start|stop|restart|renumber ADDRESS
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=common.sh
source ./common.sh
export PATH="$PATH:/usr/sbin"
[[ $# -ge 2 ]] || fail "usage: dovecot.sh DIR start|stop|restart|renumber ADDRESS"
DIR=$(base_of "$1")
config=$DIR/dovecot/dovecot.conf

start() {
  dovecot -c "$config"
}

stop() {
  end_process "$DIR/dovecot/run/master.pid"
}

case $2 in
  start) start ;;
  stop) stop ;;
  restart)
    stop
    start
    # shellcheck source=/dev/null
    source "$1/world.env"
    await_port "Dovecot" "$KONTOR_MAIL_IMAP"
    ;;
  renumber)
    # a new UIDVALIDITY, as after a mailbox was restored from a backup
    doveadm -c "$config" mailbox update -u "$3" --uid-validity "$(($(date +%s) + 1000))" INBOX
    ;;
  *) fail "usage: dovecot.sh DIR start|stop|restart|renumber ADDRESS" ;;
esac
