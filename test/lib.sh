# What the scripts of test/ share; sourced by bash from the top of the tree.
#
# SPDX-License-Identifier: PostgreSQL

# The server to build for: PG_CONFIG, else the pg_config of the path where a
# server belongs to it, else the newest one that Debian keeps aside.
find_server()
{
	local candidate
	for candidate in "${PG_CONFIG:-pg_config}" $(ls -d /usr/lib/postgresql/*/bin/pg_config 2>/dev/null | sort -t/ -k5 -rV); do
		if [ -x "$("$candidate" --bindir 2>/dev/null)/initdb" ] && [ -f "$("$candidate" --pgxs 2>/dev/null)" ]; then
			PG_CONFIG=$candidate
			break
		fi
	done
	PG_CONFIG=${PG_CONFIG:-pg_config}
	BINDIR=$("$PG_CONFIG" --bindir 2>/dev/null || true)
	PG_MAJOR=$({ "$PG_CONFIG" --version 2>/dev/null || true; } | sed 's/[^0-9]*\([0-9]*\).*/\1/')
	PG_REGRESS=$(dirname "$("$PG_CONFIG" --pgxs 2>/dev/null || echo /)")/../test/regress/pg_regress
}
find_server

# The user that servers run as: ourselves, unless we are root.
RUNAS=$(id -un)
if [ "$(id -u)" = 0 ]; then
	RUNAS=nobody
	! id postgres >/dev/null 2>&1 || RUNAS=postgres
fi

# Settings of the caller's shell that would lead psql, make or perl elsewhere.
unset PGHOST PGPORT PGUSER PGDATABASE PGSERVICE PGOPTIONS PGCLIENTENCODING MAKEFLAGS MFLAGS MAKELEVEL
export LC_ALL=C.UTF-8

# Runs a command as that user, from a directory that it may be in.
unprivileged()
{
	if [ "$(id -u)" = 0 ]; then
		(cd / && exec runuser -u "$RUNAS" -- env HOME=/tmp "$@")
	else
		"$@"
	fi
}

# Runs a command while no other run of ours works in this tree.
locked()
{
	flock berita.control "$@"
}

# Copies the tree without what is built from it: copy_tree DESTINATION
copy_tree()
{
	mkdir -p "$1"
	tar -c --exclude=./.git --exclude=./.build --exclude=./results --exclude='*.o' --exclude='*.d' --exclude='*.so' \
		--exclude='*_table.h' --exclude='./src/sql/berita--*' --exclude=./src/tools/common . | tar -x -C "$1"
}

# Builds the tree, all cores, quietly unless it fails.
build()
{
	locked make -s -j"$(nproc)" PG_CONFIG="$PG_CONFIG"
}

# The settings by which a server finds an extension installed under a DESTDIR.
find_extension()
{
	local root=$1 pkglib=$2 share=$3
	echo "dynamic_library_path = '$pkglib:\$libdir'"
	if [ "$PG_MAJOR" -ge 18 ]; then
		echo "extension_control_path = '$share:\$system'"
	else
		echo "extension_destdir = '$root'"
	fi
}

# A new directory that every user may enter, gone when the script ends, however
# it ends; servers that need_server started in it are stopped first.
scratch()
{
	SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/berita.XXXXXX")
	chmod 755 "$SCRATCH"
	trap clear_scratch EXIT
	trap 'exit 129' HUP
	trap 'exit 130' INT
	trap 'exit 143' TERM
}

clear_scratch()
{
	local status=$?
	trap - EXIT
	[ ! -d "$SCRATCH/pg" ] || test/server stop "$SCRATCH/pg" >/dev/null 2>&1 || true
	rm -rf "$SCRATCH"
	exit $status
}

# Makes sure of a server with this tree's extension: the one whose directory is
# in SERVER, else a throw-away one of this script's own.
need_server()
{
	if [ -z "${SERVER:-}" ]; then
		[ -n "${SCRATCH:-}" ] || scratch
		SERVER=$SCRATCH/pg
		test/server start "$SERVER" >"$SCRATCH/server.start" 2>&1 || { cat "$SCRATCH/server.start" >&2; exit 1; }
	fi
	export SERVER
}

# psql on that server: sql DATABASE ARGUMENTS...
sql()
{
	local database=$1
	shift
	"$BINDIR/psql" -X -q -v ON_ERROR_STOP=1 -h "$SERVER/socket" -U postgres -d "$database" "$@"
}

# A database of its own with the extension in it: new_database NAME
new_database()
{
	sql postgres -c "SET client_min_messages = warning" -c "DROP DATABASE IF EXISTS $1" -c "CREATE DATABASE $1"
	sql "$1" -c "CREATE EXTENSION berita"
}

# Does the database have the function? has DATABASE 'berita.tokens(text)'
has()
{
	[ "$(sql "$1" -Atc "SELECT to_regprocedure('$2') IS NOT NULL")" = t ]
}

# Counting: every proof ends by printing "name: N passed, N failed".
passed=0 failed=0

pass()
{
	passed=$((passed + 1))
}

fail()
{
	failed=$((failed + 1))
	echo "FAILED: $*"
}

# check WHAT COMMAND...: one claim; the command's output is shown where it is false.
check()
{
	local what=$1 said
	shift
	if said=$("$@" 2>&1); then pass; else fail "$what"; printf '%s\n' "$said" | head -40 | sed 's/^/    /'; fi
}

# The closing line, and the exit status that goes with it.
verdict()
{
	echo "$1: $passed passed, $failed failed"
	[ "$failed" = 0 ]
}

# Articles of a folder or file into the table articles: load_articles DATABASE PATH [quiet]
load_articles()
{
	sql "$1" -c "CREATE UNLOGGED TABLE raw (n int, place text, line text)"
	test/articles.pl "$2" "${3:-}" | sql "$1" -c "COPY raw FROM STDIN"
	sql "$1" -f test/articles.sql
}
