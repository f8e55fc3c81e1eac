#!/usr/bin/env bash
# How long the workbench takes to its first painted row with 100,000 conversations, beside an empty e4 window of the same
# platform. Run by "./kontor bench start", which sets KONTOR_PRODUCT, KONTOR_RESULTS and JAVA_HOME and starts a display.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd -- "$here/../.." && pwd)
data=$KONTOR_RESULTS/start
classes=$KONTOR_RESULTS/start-classes
empty=$KONTOR_RESULTS/start-empty
libraries=$(find "$KONTOR_PRODUCT/plugins" -name '*.jar' | sort | paste -sd : -)

# The conversations, by the store's own test data; made once.
if [ ! -e "$data/filled" ]; then
    echo "          making 100,000 conversations in ${data#"$root"/} (once)"
    rm -rf "$data" "$classes"
    mkdir -p "$data/agency" "$classes"
    "$JAVA_HOME/bin/javac" --release 21 -proc:none -nowarn -encoding UTF-8 -d "$classes" -cp "$libraries" \
        -sourcepath "$root/bundles/org.kontor.store/src_test" \
        "$root/bundles/org.kontor.store/src_test/org/kontor/store/StoreFigures.java"
    "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$classes:$libraries" \
        org.kontor.store.StoreFigures 100000 400000 "$data/agency" fill
    touch "$data/filled"
fi

# The same product without our bundles, and with one that shows an empty window.
rm -rf "$empty" "$classes"
mkdir -p "$classes"
cp -R "$KONTOR_PRODUCT" "$empty"
"$JAVA_HOME/bin/javac" --release 21 -proc:none -nowarn -d "$classes" -cp "$libraries" "$here/start/empty/EmptyPart.java"
cp "$here/start/empty/plugin.xml" "$here/start/empty/Application.e4xmi" "$classes"
"$JAVA_HOME/bin/jar" --create --file "$empty/plugins/org.kontor.bench.empty_0.1.0.jar" \
    --manifest "$here/start/empty/MANIFEST.MF" -C "$classes" .
bundles=$empty/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info
grep -v '^org\.kontor\.' "$bundles" >"$bundles.new"
echo 'org.kontor.bench.empty,0.1.0,plugins/org.kontor.bench.empty_0.1.0.jar,4,false' >>"$bundles.new"
mv "$bundles.new" "$bundles"
sed -i.old 's/^eclipse\.product=.*/eclipse.product=org.kontor.bench.empty.product/' "$empty/configuration/config.ini"

# A window that was left in another perspective would never come to a first row.
find "$data" -name window.json -delete
"$JAVA_HOME/bin/java" "$here/start/StartBench.java" "$KONTOR_PRODUCT" "$empty" "$data" "${KONTOR_STARTS:-10}"
