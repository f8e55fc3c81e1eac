#!/usr/bin/env bash
# Starts Dovecot (IMAP, LMTP, SASL) and Postfix on 127.0.0.1 with configuration folders of their own under a folder, and
# writes what a client needs to know to world.env in it. Nothing leaves this machine.
#
#   start.sh DIR      ends with: DIR/world.env
#
# Needs root (Postfix does) and the packages of packages.txt; their own services need not run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=common.sh
source ./common.sh

[[ $# == 1 ]] || fail "usage: start.sh DIR"
[[ $(id -u) == 0 ]] || fail "Postfix runs as root only"
for tool in dovecot doveadm postfix postconf openssl; do
  PATH="$PATH:/usr/sbin" command -v "$tool" >/dev/null || fail "$tool is missing; install: $(awk '!/^#/ { printf "%s ", $1 }' packages.txt)"
done
export PATH="$PATH:/usr/sbin"

mkdir -p "$1"
STATE=$(cd "$1" && pwd)
[[ ! -e $STATE/world.env ]] || fail "$STATE holds servers already; stop them first"
DIR=$STATE
# the servers give up their rights and must still reach what is theirs
chmod o+x "$STATE"
path=$STATE
while [[ $path != / ]]; do
  if [[ -z $(find "$path" -maxdepth 0 -perm -001) ]]; then
    DIR=$(mktemp -d "${TMPDIR:-/tmp}/kontor-mail.XXXXXX")
    chmod o+x "$DIR"
    echo "$DIR" >"$STATE/base"
    say "nobody may pass through $path; the servers' files lie in $DIR"
    break
  fi
  path=$(dirname "$path")
done

for name in IMAP IMAPS LMTP SASL SMTP SMTPS; do
  free_port
  declare "$name=$FREE_PORT"
done

mkdir -p "$DIR/tls" "$DIR/mail" "$DIR/dovecot/run" "$DIR/dovecot/state" "$DIR/postfix/etc" "$DIR/postfix/queue" \
  "$DIR/postfix/data"
chown mail:mail "$DIR/mail"
chown postfix:root "$DIR/postfix/data"
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=localhost" -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" \
  -keyout "$DIR/tls/key.pem" -out "$DIR/tls/cert.pem" 2>/dev/null

for n in $(seq -w 1 80); do
  printf 'brand-%s@nordwind.example:geheim-%s\ncustomer-%s@customer.example:geheim-%s\n' "$n" "$n" "$n" "$n"
done >"$DIR/users"
sed 's/:/:{PLAIN}/' "$DIR/users" >"$DIR/dovecot/passwd"
# Postfix takes mail for the last one, Dovecot does not know him: so there is a real bounce
sed 's/:.*/ ok/' "$DIR/users" >"$DIR/postfix/users"
echo 'weg@customer.example ok' >>"$DIR/postfix/users"

cat >"$DIR/dovecot/dovecot.conf" <<END
base_dir = $DIR/dovecot/run
state_dir = $DIR/dovecot/state
instance_name = kontor-$IMAP
log_path = $DIR/dovecot/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <$DIR/tls/cert.pem
ssl_key = <$DIR/tls/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
first_valid_uid = 1
mail_location = maildir:$DIR/mail/%u
mail_max_userip_connections = 100
passdb {
  driver = passwd-file
  args = username_format=%u $DIR/dovecot/passwd
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$DIR/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \Sent
    auto = create
  }
}
service imap-login {
  inet_listener imap {
    port = $IMAP
  }
  inet_listener imaps {
    port = $IMAPS
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = $LMTP
  }
}
service auth {
  inet_listener sasl {
    port = $SASL
  }
}
service anvil {
  # failing sign-ins of one test must not slow down the next
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
END

cat >"$DIR/postfix/etc/main.cf" <<END
compatibility_level = 3.6
queue_directory = $DIR/postfix/queue
data_directory = $DIR/postfix/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
meta_directory = /etc/postfix
mail_owner = postfix
setgid_group = postdrop
maillog_file = $DIR/postfix/log
maillog_file_prefixes = $DIR
myhostname = mail.nordwind.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
mynetworks =
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = nordwind.example, customer.example
virtual_mailbox_maps = texthash:$DIR/postfix/users
virtual_transport = lmtp:inet:127.0.0.1:$LMTP
default_transport = error:5.4.4 no mail leaves this machine
relay_transport = error:5.4.4 no mail leaves this machine
message_size_limit = 52428800
mailbox_size_limit = 0
virtual_mailbox_limit = 0
# a process that outlives a restart of Dovecot would refuse the next sign-in
max_use = 1
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:$SASL
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_tls_security_level = may
smtpd_tls_cert_file = $DIR/tls/cert.pem
smtpd_tls_key_file = $DIR/tls/key.pem
END

daemons="cleanup:unix:n:0 bounce:unix:y:0 defer:unix:y:0 trace:unix:y:0 verify:unix:y:1 flush:unix:n:0 proxymap:unix:n:-
  error:unix:y:- retry:unix:y:- discard:unix:y:- lmtp:unix:y:- local:unix:n:- virtual:unix:n:- anvil:unix:y:1 tlsmgr:unix:n:1
  rewrite:unix:y:- scache:unix:y:1 smtp:unix:y:-"
{
  echo "127.0.0.1:$SMTP inet n - n - - smtpd"
  echo "127.0.0.1:$SMTPS inet n - n - - smtpd -o smtpd_tls_wrappermode=yes"
  echo "pickup unix n - n 60 1 pickup"
  echo "qmgr unix n - n 300 1 qmgr"
  echo "postlog unix-dgram n - n - 1 postlogd"
  for daemon in $daemons; do
    IFS=: read -r name type unprivileged max <<<"$daemon"
    program=$name
    case $name in
      defer | trace) program=bounce ;;
      retry) program=error ;;
      rewrite) program=trivial-rewrite ;;
    esac
    [[ $unprivileged == n ]] && private=n || private=-
    [[ $name == cleanup || $name == flush ]] && public=n || public=-
    echo "$name $type $public - n - $max $program"
  done
} >"$DIR/postfix/etc/master.cf"

./dovecot.sh "$STATE" start
await_port "Dovecot (IMAP)" "$IMAP"
await_port "Dovecot (IMAP over TLS)" "$IMAPS"
await_port "Dovecot (LMTP)" "$LMTP"
await_port "Dovecot (SASL)" "$SASL"
if ! postfix -c "$DIR/postfix/etc" start >"$DIR/postfix/start.log" 2>&1; then
  cat "$DIR/postfix/start.log" "$DIR/postfix/log" >&2 || true
  ./stop.sh "$STATE"
  fail "Postfix does not start"
fi
await_port "Postfix" "$SMTP"
await_port "Postfix (TLS)" "$SMTPS"

cat >"$STATE/world.env" <<END
KONTOR_MAIL_DIR=$STATE
KONTOR_MAIL_SCRIPTS=$PWD
KONTOR_MAIL_IMAP=$IMAP
KONTOR_MAIL_IMAPS=$IMAPS
KONTOR_MAIL_SMTP=$SMTP
KONTOR_MAIL_SMTPS=$SMTPS
KONTOR_MAIL_CERTIFICATE=$DIR/tls/cert.pem
KONTOR_MAIL_USERS=$DIR/users
END
say "Dovecot $(dovecot --version | cut -d' ' -f1) and Postfix $(postconf -d -h mail_version) are ready"
echo "$STATE/world.env"
