# Saying what happens and how long it took. Sourced by ./kontor.
# shellcheck shell=bash

begun=$SECONDS
step_begun=''

# Begins a step: its name, after the time since the start.
step() {
    end_step
    step_begun=$SECONDS
    printf '[%5d s] %s\n' "$((SECONDS - begun))" "$*"
}

# Says how long the current step took, if it was long enough to matter.
end_step() {
    if [ -n "$step_begun" ] && [ $((SECONDS - step_begun)) -ge 2 ]; then
        printf '          took %d s\n' "$((SECONDS - step_begun))"
    fi
    step_begun=''
}

# One more line within a step.
note() { printf '          %s\n' "$*"; }

done_() {
    end_step
    printf '[%5d s] done\n' "$((SECONDS - begun))"
}

fail() {
    printf 'kontor: %s\n' "$*" >&2
    exit 1
}

# The value of an option: "value --data DIR ..." prints DIR.
value() {
    [ $# -ge 2 ] || fail "$1 needs a value"
    printf '%s\n' "$2"
}

# A path that stays right wherever a program changes to.
absolute() {
    case $1 in
        /*) printf '%s\n' "$1" ;;
        *) printf '%s\n' "$PWD/$1" ;;
    esac
}

# What is to be undone at the end, however it comes: the last first.
undo=()
at_exit() { undo=("$1" ${undo[@]+"${undo[@]}"}); }
run_undo() {
    local code=$? action
    trap - EXIT
    # An impatient second Ctrl+C must not leave servers running.
    trap : INT TERM HUP
    for action in ${undo[@]+"${undo[@]}"}; do
        eval "$action" || true
    done
    exit "$code"
}
trap run_undo EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Ends a process of ours by its id and waits until it is gone.
end_process() {
    local pid=$1 i
    kill -TERM "$pid" 2>/dev/null || return 0
    for i in $(seq 100); do
        kill -0 "$pid" 2>/dev/null || return 0
        [ "$i" -ne 60 ] || kill -KILL "$pid" 2>/dev/null || true
        sleep 0.1
    done
}

# Runs a program so that stopping ./kontor stops it too; ends with its exit code.
run() {
    local pid code=0
    "$@" &
    pid=$!
    at_exit "end_process $pid"
    wait "$pid" || code=$?
    return "$code"
}
