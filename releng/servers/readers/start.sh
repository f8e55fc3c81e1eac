#!/bin/sh
# No server, but judges that are there or not: poppler reads the PDF, Gnumeric the workbook. Nothing keeps running.
set -eu
dir=${1:?start.sh DIR}
for tool in pdftotext pdffonts pdfinfo ssconvert; do
    command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 1; }
done
mkdir -p "$dir"
pdftotext -v 2>&1 | head -n 1
