#!/bin/sh
# Prints the home of a Java 25 or later, or says what to install and fails.
# With the argument "jdk" only a full JDK counts (one that can compile).
wanted=25
need=${1:-jre}

version_of() { # the major version of the Java home $1, 0 if it is none
    [ -x "$1/bin/java" ] || { echo 0; return; }
    if [ "$need" = jdk ] && [ ! -x "$1/bin/javac" ]; then echo 0; return; fi
    line=''
    [ -r "$1/release" ] && line=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ -n "$line" ] || line=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p;1q')
    echo "${line:-0}"
}

try() { # prints the home $1 and ends if it will do
    [ -n "$1" ] && [ "$(version_of "$1")" -ge "$wanted" ] && { echo "$1"; exit 0; }
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
try "$here/jre"
try "${JAVA_HOME:-}"
if [ -x /usr/libexec/java_home ]; then
    try "$(/usr/libexec/java_home -v "$wanted+" 2>/dev/null)"
fi
for home in /usr/lib/jvm/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    try "$home"
done
on_path=$(command -v java 2>/dev/null || true)
if [ -n "$on_path" ]; then
    # The link may lead through several others, such as Debian's alternatives.
    real=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
    try "$(dirname -- "$(dirname -- "$real")")"
fi

what=Java
[ "$need" = jdk ] && what='a JDK'
{
    echo "Kontor needs $what $wanted or later and found none in JAVA_HOME, in /usr/lib/jvm or on the path."
    echo "Install one, for example Eclipse Temurin $wanted or your system's openjdk-$wanted-jdk,"
    echo "or set JAVA_HOME to where one is."
} >&2
exit 1
