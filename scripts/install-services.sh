#!/bin/sh
# Installs what the full test suite runs against, on Debian as root: PostgreSQL with pgvector, Redis, Chromium.
# Safe to run again: whatever is there already is left alone. No server is started; `npm test` starts its own.
set -eu

if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo 'install-services: needs Debian and root; see README.md for what to install by hand' >&2
  exit 1
fi
here=$(cd "$(dirname "$0")" && pwd)
export DEBIAN_FRONTEND=noninteractive

postgres_major() {
  for dir in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n -r); do
    [ -x "$dir/postgres" ] && [ -x "$dir/initdb" ] && basename "$(dirname "$dir")" && return 0
  done
  return 1
}
has_vector() { major=$(postgres_major) && [ -f "/usr/share/postgresql/$major/extension/vector.control" ]; }
has_browser() { command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

missing=
postgres_major >/dev/null || missing="$missing postgresql"
command -v redis-server >/dev/null || missing="$missing redis-server"
has_browser || missing="$missing chromium"

if [ -n "$missing" ] || ! has_vector; then
  apt-get update
fi
if [ -n "$missing" ]; then
  # Packages must not start daemons: the tests bring their own, on their own ports and folders.
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' > "$policy"
    chmod +x "$policy"
    trap 'rm -f "$policy"' EXIT
  fi
  # shellcheck disable=SC2086 # one word per package
  apt-get install -y --no-install-recommends $missing
fi
if ! has_vector; then
  major=$(postgres_major)
  if apt-cache show "postgresql-$major-pgvector" >/dev/null 2>&1; then
    apt-get install -y --no-install-recommends "postgresql-$major-pgvector"
  else
    sh "$here/build-pgvector.sh" "$major"
  fi
fi

postgres_bin=/usr/lib/postgresql/$(postgres_major)/bin
"$postgres_bin/postgres" --version
redis-server --version
{ chromium --version || chromium-browser --version || google-chrome --version; } 2>/dev/null
echo 'install-services: everything is in place'
