#!/bin/sh
# tests/tools/check-html.sh dist
# Gives every page of a built site to the Nu HTML Checker. Needs Java; the checker comes from npm in its last version that
# holds the program itself. That version does not know the attribute `closedby`, nor what is newer in a policy than it
# (Trusted Types, WebAssembly), and warns of `inputmode` and of sections that have a label and no heading: these are left
# out.
set -eu
folder=$(cd "${1:-dist}" && pwd)
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
npm install --silent --prefix "$tools" vnu-jar@23.4.11
types='(?s).*: (Expecting source-expression but found .'\''wasm-unsafe-eval'\''.\.\s*)?Unrecognised directive-name: .require-trusted-types-for.\.\s*Unrecognised directive-name: .trusted-types.\.\s*'
known=".*(closedby|Section lacks heading|.inputmode. attribute).*|$types"
java -Xss4m -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --skip-non-html --format gnu \
  --filterpattern "$known" "$folder"
