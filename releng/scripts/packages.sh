# System packages. Sourced by ./kontor.
# A list has one package a line: its Debian name and a file, pattern or command by which it is known to be there.
# shellcheck shell=bash

# Whether what a list's second column names is there.
is_there() {
    case $1 in
        # The probe may be a pattern on purpose.
        /*) compgen -G "$1" >/dev/null ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

# The packages of the lists that are not there.
missing_packages() {
    local list package probe
    for list in "$@"; do
        while read -r package probe; do
            case $package in '' | '#'*) continue ;; esac
            is_there "$probe" || printf '%s\n' "$package"
        done <"$list"
    done | sort -u
}

# Makes sure of the packages in the lists: have_packages LIST...; fails with the exact command printed.
have_packages() {
    local missing
    missing=$(missing_packages "$@" | tr '\n' ' ')
    missing=${missing% }
    [ -n "$missing" ] || return 0
    local command="apt-get install --no-install-recommends $missing"
    if ! command -v apt-get >/dev/null; then
        note "missing (Debian's names): $missing"
        return 1
    fi
    if [ "$install" = no ] || [ "$(id -u)" -ne 0 ]; then
        note "missing packages; install them with"
        if [ "$(id -u)" -eq 0 ]; then note "  $command"; else note "  sudo $command"; fi
        return 1
    fi
    step "Installing: $missing"
    note "(--no-install leaves that to you; services are kept from starting meanwhile)"
    # shellcheck disable=SC2086 # one word a package
    apt_install $missing
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -z "$missing" ] || { note "still missing after the installation: $missing"; return 1; }
}

# The same where nothing goes on without them: need_packages WHY LIST...
need_packages() {
    local why=$1
    shift
    [ "$(uname -s)" = Linux ] || return 0
    have_packages "$@" || fail "these packages are needed $why"
}

apt_install() {
    block_services
    local log=$work/apt.log code=0
    export DEBIAN_FRONTEND=noninteractive
    if ! apt-get install -y --no-install-recommends "$@" >"$log" 2>&1 </dev/null; then
        # A fresh machine has no package lists yet, an old one has old ones.
        { apt-get update && apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null || code=$?
    fi
    unblock_services
    [ "$code" -eq 0 ] || { tail -n 15 "$log" >&2; note "the whole log: $log"; }
    return "$code"
}

# Debian starts a service as soon as it is installed, on all addresses; policy-rc.d says no.
policy=${KONTOR_POLICY:-/usr/sbin/policy-rc.d}
block_services() {
    if [ -e "$policy" ] || [ -L "$policy" ]; then
        mv "$policy" "$policy.kontor"
    fi
    printf '#!/bin/sh\n# Written by kontor while it installs packages.\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    at_exit unblock_services
}
unblock_services() {
    grep -qs 'Written by kontor' "$policy" || return 0
    rm -f "$policy"
    if [ -e "$policy.kontor" ] || [ -L "$policy.kontor" ]; then
        mv "$policy.kontor" "$policy"
    fi
}
