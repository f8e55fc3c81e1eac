# A release. Sourced by ./kontor.
# shellcheck shell=bash

release=$work/release

# The last part of every version: the time of the commit, so that the same sources have the same version wherever they are built,
# and later ones a later one. With changes that are not committed, the time of the build, which is later still.
qualifier() {
    local time=''
    if [ -z "$(git -C "$root" status --porcelain 2>/dev/null || echo unknown)" ]; then
        time=$(git -C "$root" log -1 --format=%ct 2>/dev/null) || time=''
    fi
    if [ -n "$time" ]; then
        TZ=UTC0 git -C "$root" log -1 --date=format-local:%Y%m%d%H%M%S --format=%cd
    else
        date -u +%Y%m%d%H%M%S
    fi
}

product() {
    local version
    find_jdk
    version=$(qualifier)
    step "Building archives and update site, version ...$version (log: ${work#"$root"/}/maven.log)"
    forget_classes
    maven verify -Dmaven.test.skip=true -Dspotless.check.skip=true -DforceContextQualifier="$version" \
        -pl releng/org.kontor.product,releng/org.kontor.release -am
    step "Putting the release together"
    gather_release "$version"
    step "Built: $release"
    (cd "$release" && find . -mindepth 1 -maxdepth 1 | sort | sed 's|^\./|           |')
    done_
}

# One folder with all that is published: gather_release QUALIFIER.
gather_release() {
    local qualifier=$1 archive name
    rm -rf "$release"
    mkdir -p "$release"
    for archive in "$(dirname "$product")"/kontor-*; do
        [ -f "$archive" ] || continue
        name=$(basename "$archive")
        cp "$archive" "$release/${name/-SNAPSHOT/.$qualifier}"
    done
    cp -R "$site" "$release/site"
    (cd "$site" && "$JAVA_HOME/bin/jar" --create --no-manifest --file "$release/kontor-site.zip" .)
    cp "$root/releng/org.kontor.release/target/kontor.cdx.json" "$release/"
    # The words of sha256sum, so that "sha256sum -c SHA256SUMS" checks what was fetched; macOS has shasum for it.
    (cd "$release" && if command -v sha256sum >/dev/null; then sha256sum kontor*; else shasum -a 256 kontor*; fi) >"$release/SHA256SUMS.new"
    mv "$release/SHA256SUMS.new" "$release/SHA256SUMS"
}
