# Building the product that a checkout starts. Sourced by ./kontor.
# shellcheck shell=bash

# The folder of the product for this machine.
native_product() {
    case $(uname -s) in
        Darwin) printf '%s\n' "$product/macosx/cocoa/aarch64/Kontor.app/Contents/Eclipse" ;;
        *) printf '%s\n' "$product/linux/gtk/x86_64/kontor" ;;
    esac
}

start_script() { printf '%s\n' "$work/demo/kontor"; }

# Builds the product and installs the demo into a copy of it, unless nothing changed since the last time.
build_if_needed() {
    local hash stamp=$work/built
    hash=$(source_hash)
    if [ -x "$(start_script)" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$hash" ]; then
        step "Nothing changed since the last build"
        return
    fi
    step "Building the product (log: ${work#"$root"/}/maven.log)"
    rm -f "$stamp"
    forget_classes
    maven package -Dkontor.native -Dmaven.test.skip=true -Dspotless.check.skip=true -pl releng/org.kontor.product -am \
        || fail "the build failed"
    install_demo
    step "Building the plug-ins of a stranger, for the demo to offer (log: ${work#"$root"/}/samples.log)"
    build_samples -Dmaven.test.skip=true || note "the demo will not offer them"
    printf '%s\n' "$hash" >"$stamp"
}

# As the Plug-ins perspective would do it: p2 installs the demo's feature from the site.
install_demo() {
    step "Installing the demo into a copy of the product"
    rm -rf "$work/demo"
    cp -R "$(native_product)" "$work/demo"
    local launcher
    launcher=$(find "$work/demo/plugins" -name 'org.eclipse.equinox.launcher_*.jar')
    "$JAVA_HOME/bin/java" -jar "$launcher" -nosplash -data "$work/director" \
        -application org.eclipse.equinox.p2.director -repository "file:$site" \
        -installIU org.kontor.demo.feature.feature.group >"$work/director.log" 2>&1 \
        || { tail -n 20 "$work/director.log" >&2; fail "the demo could not be installed; see $work/director.log"; }
}

# Tycho compiles only the sources that changed, not those that use them: what no longer fits would go unnoticed.
forget_classes() { rm -rf "$root"/bundles/*/target/classes "$root"/bundles/*/target/test-classes; }
