# Every test of the house in one Maven run, with the real servers beside it. Sourced by ./kontor.
# shellcheck shell=bash

not_run=()

# Says loudly what cannot be tested here; --strict fails on it.
cannot_run() {
    not_run+=("$*")
    printf '          ******** CANNOT RUN: %s ********\n' "$*"
}

verify() {
    local strict=no
    while [ $# -gt 0 ]; do
        case $1 in
            --strict) strict=yes ;;
            --no-install) install=no ;;
            *) fail "verify does not know '$1'; it knows --strict and --no-install" ;;
        esac
        shift
    done
    find_jdk
    find_maven
    step "Looking for system packages"
    need_packages "to open a window on a virtual display" "$root"/releng/packages/*.txt
    start_display 1440x900
    start_servers
    [ -n "${KONTOR_SCHEMAS:-}" ] || note "KONTOR_SCHEMAS names no folder: what only its schemas can judge is left out"
    step "Running all tests (log: ${work#"$root"/}/maven.log)"
    local built=yes
    maven_tests '' || built=no
    stop_servers
    sample_tests || built=no
    summary "$strict" "$built"
}

# All tests, or those of one tag: maven_tests TAG. Failing tests do not stop the run.
maven_tests() {
    find "$root" -path '*/target/surefire-reports' -prune -exec rm -rf {} +
    # What an earlier build left must not be tested in place of what this one failed to make.
    rm -rf "$(dirname "$product")" "$site"
    forget_classes
    local arguments=(-Dmaven.test.failure.ignore=true --fail-at-end)
    [ -z "$1" ] || arguments+=(-Dtest.groups="$1" -Dtest.excluded=)
    # An agency's years have to fit into a workbench's memory.
    [ "$1" != bench-store ] || arguments+=(-Dtest.heap=-Xmx512m)
    maven verify "${arguments[@]}"
}

# Starts each server under releng/servers; its tests see KONTOR_REAL_<NAME>, the folder of the running server.
servers=()
start_servers() {
    local folder name state
    for folder in "$root"/releng/servers/*/; do
        [ -x "$folder/start.sh" ] || continue
        name=$(basename "$folder")
        step "Starting the real server: $name"
        if [ -f "$folder/packages.txt" ] && ! have_packages "$folder/packages.txt"; then
            cannot_run "tests against $name, for lack of packages"
            continue
        fi
        state=$work/servers/$name
        "$folder/stop.sh" "$state" >/dev/null 2>&1 || true
        rm -rf "$state"
        mkdir -p "$state"
        at_exit "'$folder/stop.sh' '$state' >/dev/null 2>&1"
        if "$folder/start.sh" "$state" >"$work/server-$name.log" 2>&1; then
            servers+=("$folder/stop.sh" "$state")
            export "KONTOR_REAL_$(printf '%s' "$name" | tr 'a-z-' 'A-Z_')=$state"
            tail -n 1 "$work/server-$name.log" | sed 's/^/          /'
        else
            tail -n 15 "$work/server-$name.log" | sed 's/^/          /'
            cannot_run "tests against $name: it does not start, see $work/server-$name.log"
        fi
    done
}

stop_servers() {
    [ ${#servers[@]} -gt 0 ] || return 0
    step "Stopping the real servers"
    local i
    for ((i = 0; i < ${#servers[@]}; i += 2)); do
        "${servers[i]}" "${servers[i + 1]}" >/dev/null 2>&1 || note "${servers[i]} failed"
    done
}

# One attribute of a report's first element, 0 where it is missing.
attribute() {
    sed -n "s/^<testsuite .*[[:space:]]$2=\"\([0-9]*\)\".*/\1/p;/^<testsuite /q" "$1" | grep . || echo 0
}

# Adds the reports up and ends with the plain line; fails on any failure, strictly on anything that did not run.
summary() {
    local strict=$1 built=$2 tests=0 failed=0 skipped=0 allowed=0 report
    step "Summary"
    while IFS= read -r report; do
        tests=$((tests + $(attribute "$report" tests)))
        failed=$((failed + $(attribute "$report" failures) + $(attribute "$report" errors)))
        skipped=$((skipped + $(attribute "$report" skipped)))
        allowed=$((allowed + $(grep -c '<skipped.*KONTOR_SCHEMAS' "$report" || true)))
    done < <(reports)
    list_tests '<(failure|error)' 'failed'
    list_tests '<skipped' 'skipped'
    local line
    for line in ${not_run[@]+"${not_run[@]}"}; do note "could not run: $line"; done
    local verdict=0
    [ "$built" = yes ] || { note "a build itself failed; see the logs in $work"; verdict=1; }
    [ "$failed" -eq 0 ] || verdict=1
    [ "$tests" -gt 0 ] || { note "no test ran"; verdict=1; }
    if [ "$strict" = yes ] && { [ "$skipped" -gt "$allowed" ] || [ ${#not_run[@]} -gt 0 ]; }; then
        note "--strict: something could not run or was skipped"
        verdict=1
    fi
    done_
    echo "$((tests - failed - skipped)) passed, $failed failed, $skipped skipped"
    return "$verdict"
}

reports() { find "$root/bundles" "$root/releng" -path '*/target/surefire-reports/TEST-*.xml' | sort; }

# The test cases that carry an element, with the first line of what it says.
list_tests() {
    local report
    while IFS= read -r report; do
        awk -v element="$1" -v word="$2" '
            /<testcase / {
                name = $0; sub(/.* name="/, "", name); sub(/".*/, "", name)
                class = $0; sub(/.* classname="/, "", class); sub(/".*/, "", class)
            }
            $0 ~ element {
                said = ""
                if (match($0, /message="[^"]*/)) said = ": " substr($0, RSTART + 9, RLENGTH - 9)
                gsub(/&#10;.*/, "", said); gsub(/&quot;/, "\"", said); gsub(/&lt;/, "<", said); gsub(/&gt;/, ">", said); gsub(/&amp;/, "\\&", said)
                print "          " word ": " class "." name substr(said, 1, 160)
            }' "$report"
    done < <(reports)
}
