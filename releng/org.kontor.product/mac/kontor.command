#!/bin/sh
# Starts Kontor by a double click in the Finder.
exec "$(dirname -- "$0")/Kontor.app/Contents/Eclipse/kontor" "$@"
