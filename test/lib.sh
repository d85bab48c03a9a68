# What the scripts of test/ share; sourced by bash from the top of the tree.
#
# SPDX-License-Identifier: PostgreSQL

PG_CONFIG=${PG_CONFIG:-pg_config}
BINDIR=$("$PG_CONFIG" --bindir 2>/dev/null || true)

# The user that servers run as: ourselves, unless we are root.
RUNAS=$(id -un)
if [ "$(id -u)" = 0 ]; then
	RUNAS=nobody
	id postgres >/dev/null 2>&1 && RUNAS=postgres
fi

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
	flock "${TMPDIR:-/tmp}/berita-$(id -u)-$(pwd | cksum | cut -d' ' -f1).lock" "$@"
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
	if [ "$("$PG_CONFIG" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')" -ge 18 ]; then
		echo "extension_control_path = '$share:\$system'"
	else
		echo "extension_destdir = '$root'"
	fi
}
