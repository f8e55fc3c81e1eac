# Java and Maven. Sourced by ./kontor.
# shellcheck shell=bash

maven_version=3.9.11

# Finds a JDK 25 or later and makes it JAVA_HOME, or says what to install.
find_jdk() {
    step "Looking for a JDK 25 or later"
    local found
    found=$(sh "$root/features/org.kontor.feature/rootfiles/unix/kontor-java.sh" jdk) || exit 1
    export JAVA_HOME=$found
    note "$JAVA_HOME"
}

# Fetches the Maven that the build needs with the one that the machine has; sets $mvn.
find_maven() {
    mvn=$cache/tools/apache-maven-$maven_version/bin/mvn
    [ ! -x "$mvn" ] || return 0
    step "Fetching Maven $maven_version into $cache/tools"
    command -v mvn >/dev/null || fail "Maven is missing. Install any version of it: apt-get install maven"
    local fresh
    mkdir -p "$cache/tools"
    fresh=$(mktemp -d "$cache/tools/fetch.XXXXXX")
    at_exit "rm -rf '$fresh'"
    (cd "$fresh" && command mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.7.0:unpack \
        -Dartifact="org.apache.maven:apache-maven:$maven_version:zip:bin" -DoutputDirectory="$fresh") >"$work/fetch.log" 2>&1 \
        || { tail -n 15 "$work/fetch.log" >&2; fail "Maven $maven_version could not be fetched; is the network there?"; }
    chmod +x "$fresh/apache-maven-$maven_version/bin/mvn"
    # Another ./kontor may have been faster: then its copy serves.
    mv "$fresh/apache-maven-$maven_version" "$cache/tools/" 2>/dev/null || [ -x "$mvn" ]
}

# Runs Maven in the checkout.
maven() { maven_in "$root" maven "$@"; }

# Runs Maven in a folder; all it says goes to a log, what tells of progress to the screen: maven_in FOLDER LOG ARGUMENTS...
maven_in() {
    find_maven
    local folder=$1 log=$work/$2.log code=0
    shift 2
    # shellcheck disable=SC2086 # several arguments in one variable, on purpose
    (cd "$folder" && exec "$mvn" -B -ntp ${KONTOR_MAVEN_ARGS:-} "$@") >"$log" 2>&1 &
    local pid=$!
    at_exit "end_process $pid"
    # Beside us, not before us: a signal must find us waiting, where it is heard at once.
    show_progress "$pid" "$log" &
    local progress=$!
    wait "$pid" || code=$?
    wait "$progress" || true
    if [ "$code" -ne 0 ]; then
        grep -E '^\[ERROR\]' "$log" | grep -v '^\[ERROR\] *$' | head -n 40 || true
        note "the whole log: $log"
    fi
    return "$code"
}

# Prints the lines of a growing Maven log that tell of progress, until the process ends.
show_progress() {
    tail -n +1 -F --pid="$1" --sleep-interval=0.5 "$2" 2>/dev/null | grep --line-buffered -E \
        '^\[INFO\] Building .*\[[0-9]+/[0-9]+\]|^kontor: |Tests run:.*(in |Time elapsed)|FAILURE!|Installing product .* for' \
        | sed -u -E 's/^\[(INFO|ERROR|WARNING)\] //; s/, Time elapsed: ([0-9.]+) s/ (\1 s)/; s/ SNAPSHOT//; s/ to \/.*//; s/^/          /' || true
}

# A hash of every source that ends up in the product; the same hash means the same build.
source_hash() {
    local parts=(pom.xml .mvn bundles features targetplatform releng/org.kontor.product releng/samples LICENSE)
    (
        cd "$root" || exit
        if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
            git ls-files -z --cached --others --exclude-standard -- "${parts[@]}"
        else
            find "${parts[@]}" -type f -not -path '*/target/*' -not -name '.polyglot.*' -print0
        fi | sort -z | while IFS= read -r -d '' file; do [ ! -f "$file" ] || printf '%s\0' "$file"; done \
            | xargs -0 cksum
    ) | cksum
}
