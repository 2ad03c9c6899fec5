# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by packaging/run and packaging/test: finds or makes a place that has Debian 13's libraries, and runs commands in it.
# Sourced, not called. Sets `top` (the checkout) and defines `inside COMMAND…`.

set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
packages_file=$top/packaging/packages.txt
cache=${ATHANOR_CACHE:-${XDG_CACHE_HOME:-${HOME:?}/.cache}/athanor}
suite=trixie

say() { printf 'athanor: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

packages() { grep -v -e '^#' -e '^$' "$packages_file"; }

# The system itself will do when it is Debian 13 or newer, or has Qt >= 6.8 and KF6 SyntaxHighlighting from elsewhere.
system_will_do() {
    [ -z "${ATHANOR_CONTAINED:-}" ] || return 1
    if [ "$(. /etc/os-release 2>/dev/null; printf %s "${ID:-}")" = debian ]; then
        [ "$(. /etc/os-release; printf %s "${VERSION_ID:-99}")" -ge 13 ]
        return
    fi
    command -v cmake >/dev/null || return 1
    local probe
    probe=$(mktemp -d)
    printf 'cmake_minimum_required(VERSION 3.25)\nproject(probe CXX)\nfind_package(Qt6 6.8 REQUIRED COMPONENTS Widgets Sql)\nfind_package(KF6SyntaxHighlighting REQUIRED)\n' >"$probe/CMakeLists.txt"
    cmake -S "$probe" -B "$probe/build" >/dev/null 2>&1
    local found=$?
    rm -rf "$probe"
    return $found
}

as_administrator() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        sudo "$@"
    elif [ -t 0 ] && command -v sudo >/dev/null; then
        say "asking for your password to run: $*"
        sudo "$@"
    else
        die "this needs an administrator once; please run:  $*"
    fi
}

# install PACKAGE…: those that the system lacks, with the system's own package manager.
install() {
    command -v apt-get >/dev/null || die "please install these with your package manager, then call again: $*"
    local missing=() name
    for name in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    say "installing ${#missing[@]} packages: ${missing[*]}"
    as_administrator env DEBIAN_FRONTEND=noninteractive apt-get -qq update
    as_administrator env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends "${missing[@]}" >/dev/null
}

# --- the contained Debian 13 root ------------------------------------------------------------------------------------

root_key() { { echo "$suite 1"; packages | sort; } | sha256sum | cut -c1-12; }

make_root() { # make_root FOLDER
    local new=$1.new list
    list=$(packages | paste -sd,)
    rm -rf "$new"
    mkdir -p "$new"
    say "making a Debian 13 root in $1 (once; some minutes)"
    local common=(--quiet --variant=minbase --include="$list,ca-certificates"
        --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Retries "3"'
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*'
        --dpkgopt='path-include=/usr/share/doc/*/copyright')
    if [ "$(id -u)" = 0 ]; then
        mmdebstrap --mode=root "${common[@]}" "$suite" "$new" || return
    else
        # As a tarball: unpacked by this user, every file belongs to this user and can be removed again.
        mmdebstrap --mode=unshare "${common[@]}" "$suite" - |
            tar -x -C "$new" --no-same-owner --exclude='./dev/*' || return
    fi
    rm -rf "$new"/var/cache/apt/archives/*.deb
    mv "$new" "$1"
}

drop_unused_roots() { # drop_unused_roots KEPT: those of other package lists that nobody entered for a month
    local other
    for other in "$cache"/root-*; do
        [ "$other" != "$1" ] && [ -d "$other" ] && [ "${other%.new}" = "$other" ] || continue
        if [ -z "$(find "$other/.entered" -mtime -30 2>/dev/null)" ]; then rm -rf "$other"; fi
    done
}

have_root() {
    root=$cache/root-$(root_key)
    mkdir -p "$cache"
    exec 9>"$cache/lock"
    flock 9
    if [ ! -d "$root" ]; then
        command -v mmdebstrap >/dev/null || install mmdebstrap uidmap debian-archive-keyring
        make_root "$root" || { rm -rf "$root.new"; die "the Debian 13 root could not be made (see above)"; }
        drop_unused_roots "$root"
    fi
    exec 9>&-
    command -v bwrap >/dev/null || install bubblewrap
    touch "$root/.entered"
    # Servers and git ask for the name of the user they run as.
    if ! grep -q "^[^:]*:[^:]*:$(id -u):" "$root/etc/passwd"; then
        printf '%s:x:%s:%s::%s:/bin/bash\n' "$(id -un)" "$(id -u)" "$(id -g)" "$HOME" >>"$root/etc/passwd"
    fi
}

# The host's folders stay where they are (home, projects, X11 and Wayland sockets); only the system's come from the root.
inside_root() {
    local args=(--bind "$root" / --dev-bind /dev /dev --proc /proc --die-with-parent) folder
    for folder in /*; do
        case $folder in
        /usr | /bin | /sbin | /lib | /lib32 | /lib64 | /libx32 | /etc | /var | /proc | /dev | /boot | /lost+found | '/*') ;;
        *) if [ -d "$folder" ] && [ ! -L "$folder" ]; then args+=(--bind "$folder" "$folder"); fi ;;
        esac
    done
    [ -e /etc/resolv.conf ] && args+=(--ro-bind "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf)
    if [ "$(id -u)" = 0 ]; then args+=(--cap-add ALL); fi
    bwrap "${args[@]}" --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin --setenv LC_ALL C.UTF-8 \
        --unsetenv LD_LIBRARY_PATH --unsetenv LD_PRELOAD --unsetenv PYTHONPATH --unsetenv CC --unsetenv CXX --unsetenv MAKEFLAGS --unsetenv CMAKE_PREFIX_PATH \
        --setenv CCACHE_DIR "$cache/ccache" --chdir "$PWD" -- "$@"
}

if system_will_do; then
    if command -v apt-get >/dev/null; then mapfile -t wanted < <(packages); install "${wanted[@]}"; fi
    inside() { CCACHE_DIR=${CCACHE_DIR:-$cache/ccache} "$@"; }
else
    have_root
    inside() { inside_root "$@"; }
fi
