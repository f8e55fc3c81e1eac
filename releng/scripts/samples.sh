# Plug-ins made like a stranger's, in a build of their own. Sourced by ./kontor.
# shellcheck shell=bash

samples=$root/releng/samples
# Where the tests find the sites of the samples: a folder for each version, and one for the hostile one.
sample_sites=$work/samples

# The site that the build of the samples makes below a folder: site_below FOLDER [SAMPLE].
site_below() { printf '%s\n' "$1/sample.${2:-nordwind}.site/target/repository"; }

# Builds the samples with nothing but the site that was built: build_samples [MAVEN ARGUMENTS].
build_samples() {
    # As in the main build: Tycho compiles only what changed.
    rm -rf "$samples"/*/target/classes "$samples"/*/target/test-classes
    maven_in "$samples" samples verify -Dkontor.site="file:$site" "$@"
}

# Does what a client does for the next version: another number, another title, one promise more that nobody may make.
build_next_samples() {
    local next=$work/samples-next
    rm -rf "$next"
    mkdir -p "$next"
    (cd "$samples" && tar cf - --exclude=target --exclude='.polyglot.*' --exclude=.tycho-consumer-pom.xml .) | tar xf - -C "$next"
    local part=$next/sample.nordwind
    edit 's/1\.0\.0-SNAPSHOT/1.1.0-SNAPSHOT/' "$next/pom.xml"
    edit 's/^Bundle-Version: 1\.0\.0/Bundle-Version: 1.1.0/' "$part/META-INF/MANIFEST.MF"
    edit 's/version="1\.0\.0\.qualifier"/version="1.1.0.qualifier"/' "$next/sample.nordwind.feature/feature.xml"
    edit 's/^orders.title = .*/orders.title = Orders in the shop/' "$part/OSGI-INF/l10n/bundle.properties"
    edit 's/^orders.title = .*/orders.title = Bestellungen im Shop/' "$part/OSGI-INF/l10n/bundle_de.properties"
    echo 'by tomorrow at the latest' >>"$part/src/sample/nordwind/internal/promises_en.txt"
    maven_in "$next" samples-next verify -Dkontor.site="file:$site" -Dmaven.test.skip=true \
        -pl sample.nordwind,sample.nordwind.feature,sample.nordwind.site
}

# sed -i is another option on each system.
edit() {
    sed "$1" "$2" >"$2.new" && mv "$2.new" "$2"
}

# Puts a site where the tests look for it: keep_site NAME FOLDER [SAMPLE].
keep_site() {
    rm -rf "${sample_sites:?}/$1"
    mkdir -p "$sample_sites"
    # With their times, by which p2 sees that a site has changed.
    cp -Rp "$(site_below "$2" "${3:-}")" "$sample_sites/$1"
}

# The second half of the tests: the samples' own, and what is installed from their sites into the product that was built.
sample_tests() {
    [ -d "$site" ] || { note "there is no site to build the samples with"; return 1; }
    local good=yes
    step "Building the plug-ins of a stranger with the site alone (log: ${work#"$root"/}/samples.log)"
    build_samples -Dmaven.test.failure.ignore=true || return 1
    build_next_samples || return 1
    keep_site 1.0.0 "$samples"
    keep_site 1.1.0 "$work/samples-next"
    keep_site hostile "$samples" hostile
    step "Installing them into the product (log: ${work#"$root"/}/installed.log)"
    export KONTOR_SAMPLES=$sample_sites
    maven_in "$root" installed verify -Dmaven.test.failure.ignore=true -Dtest.groups=samples -Dtest.excluded= \
        -pl releng/org.kontor.release || good=no
    [ "$good" = yes ]
}

# For whoever writes a plug-in: builds the samples and says where their site is.
samples() {
    find_jdk
    build_if_needed
    step "Building the samples with the site alone (log: ${work#"$root"/}/samples.log)"
    build_samples "$@"
    step "Built:"
    note "$(site_below "$samples") (update site)"
    done_
}
