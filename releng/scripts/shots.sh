# The demo at work by itself, and the pictures that come of it. Sourced by ./kontor.
# shellcheck shell=bash

# Takes pictures of every perspective in light and dark: shots DIR SCALE LANGUAGE; SCALE is 1 for 100 %, 2 for 200 %.
shots() {
    step "Pictures in '$3' at $(($2 * 100)) %"
    rm -rf "$work/shots"
    mkdir -p "$1"
    rm -f "$1"/*.png
    local offer=() link=${TMPDIR:-/tmp}/nordwind-plugins
    if [ -d "$(site_below "$samples")" ]; then
        # Its address is in the pictures: no reader wants to see where this checkout lies.
        ln -sfn "$(site_below "$samples")" "$link"
        at_exit "rm -f '$link'"
        offer=(--offer "file:${link// /%20}/")
    fi
    GDK_SCALE=$2 run "$(start_script)" --demo --data "$work/shots" --tour "$1" --lang "$3" ${offer[@]+"${offer[@]}"}
}

prepare_shots() {
    find_jdk
    # Real mouse and key events would get into the way of whoever sits at the real display.
    unset DISPLAY WAYLAND_DISPLAY
    need_packages "to open a window" "$root/releng/packages/window.txt"
    need_packages "for a virtual display" "$root/releng/packages/display.txt"
    build_if_needed
}

# Every perspective in light and dark, German and English, 100 % and 200 %; fails if a text is cut off in any of them.
shots_all() {
    local folder=$1 scale language failed=no
    prepare_shots
    for scale in 1 2; do
        start_display "$((1440 * scale))x$((900 * scale))"
        for language in de en; do
            shots "$folder/$language-$((scale * 100))" "$scale" "$language" || failed=yes
        done
    done
    done_
    [ "$failed" = no ] || fail "not every picture is as it should be; the lines above say where"
}

# Makes the pictures of the manual anew, by the product's own run.
pictures() {
    local language
    prepare_shots
    start_display 1440x900
    for language in de en; do
        # What is cut off was said; the pictures are all there.
        shots "$work/pictures/$language" 1 "$language" || note "not all is as it should be in these pictures"
    done
    step "Scaling them for the manual"
    "$JAVA_HOME/bin/java" "$root/releng/pictures/Pictures.java" "$work/pictures" "$root/bundles" | sed "s|^$root/|          |"
    done_
}
