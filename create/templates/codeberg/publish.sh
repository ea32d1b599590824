#!/bin/sh
# Builds the site, and pushes it to the branch `pages`, which Codeberg Pages serves.
set -eu
remote=$(git remote get-url origin)

npm run check
npm run build
# The branch has one commit: with all earlier sites, the repository would grow without limit.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R dist/. "$work"
cd "$work"
git init --quiet --initial-branch pages
git add --all
git -c user.name=Colophon -c user.email=colophon@localhost commit --quiet --message 'Publish the site'
git push --force "$remote" pages
