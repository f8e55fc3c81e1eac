# A virtual display with a window manager. Sourced by ./kontor.
# shellcheck shell=bash

# Starts Xvfb on a free number and openbox on it: start_display WIDTHxHEIGHT. Both end with ./kontor.
start_display() {
    step "No display is used but a virtual one of $1"
    local number=$work/display.number ready=$work/display.ready log=$work/display.log i
    rm -f "$number" "$ready"
    Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp 3>"$number" >"$log" 2>&1 &
    at_exit "end_process $!"
    for i in $(seq 100); do [ -s "$number" ] && break; sleep 0.1; done
    [ -s "$number" ] || fail "Xvfb does not start; see $log"
    DISPLAY=:$(cat "$number")
    export DISPLAY
    unset WAYLAND_DISPLAY
    # Without it GTK looks for an accessibility bus that a virtual display has not.
    export NO_AT_BRIDGE=1 GDK_BACKEND=x11
    # Without a window manager a field has no focus after a dialog closes.
    openbox --sm-disable --startup "touch '$ready'" >>"$log" 2>&1 &
    at_exit "end_process $!"
    for i in $(seq 100); do [ -e "$ready" ] && break; sleep 0.1; done
    [ -e "$ready" ] || fail "openbox does not start; see $log"
    note "display $DISPLAY; to see the window use ./kontor --shots DIR"
}
