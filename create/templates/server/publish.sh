#!/bin/sh
# Builds the site, and copies what has changed to a server of your own. A build writes only the files that changed.
set -eu
target=${1:-user@server.example.org:/srv/publications/}

npm run check
npm run build
rsync --archive --delete --compress dist/ "$target"
