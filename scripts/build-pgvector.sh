#!/bin/sh
# Builds the pgvector extension for an installed PostgreSQL from Debian's own source package, for releases that ship no
# binary of it (Debian 12). The newer suite is known only to a temporary apt configuration: /etc/apt stays as it is.
# Needs root and an apt-get update done before.   Usage: sh scripts/build-pgvector.sh [PostgreSQL major] [suite]
set -eu

major=${1:-15}
suite=${2:-trixie}
pg_config=/usr/lib/postgresql/$major/bin/pg_config
export DEBIAN_FRONTEND=noninteractive

apt-get install -y --no-install-recommends "postgresql-server-dev-$major" gcc make libc6-dev

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/sources" "$work/preferences"

# The mirror this machine already uses, in either of apt's two formats.
mirror=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/*.sources 2>/dev/null || true)
[ -n "$mirror" ] || mirror=$(awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^http/) { print $i; exit } }' /etc/apt/sources.list)
{
  echo 'Types: deb-src'
  echo "URIs: $mirror"
  echo "Suites: $suite"
  echo 'Components: main'
  echo 'Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg'
} > "$work/sources/newer.sources"

cd "$work"
set -- -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$work/sources" \
  -o "Dir::Etc::preferencesparts=$work/preferences" -o "Dir::State::lists=$work/lists" \
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root
apt-get "$@" update
apt-get "$@" source --download-only pgvector
tar xzf pgvector_*.orig.tar.gz
cd pgvector-*/

# By default pgvector compiles for the processor at hand; an image built here must run elsewhere too, hence no OPTFLAGS.
make -j2 OPTFLAGS= "PG_CONFIG=$pg_config" with_llvm=no
make install "PG_CONFIG=$pg_config" with_llvm=no
