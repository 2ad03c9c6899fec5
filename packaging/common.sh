# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by the scripts of this folder and .ci/: finds or makes a place that has Debian 13's libraries, and runs commands in it.
# Sourced, not called. Sets `top` (the checkout) and defines `inside COMMAND…`.

set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
packages_file=$top/packaging/packages.txt
cache=${ATHANOR_CACHE:-${XDG_CACHE_HOME:-${HOME:?}/.cache}/athanor}
suite=trixie

say() { printf 'athanor: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

packages() { grep -v -e '^#' -e '^$' "$packages_file"; }

# configure PRESET: where the presets are newer than the build folder, or there is none; ninja sees to everything else.
configure() {
    local made=$top/build/$1/build.ninja
    if [ ! -e "$made" ] || [ "$top/CMakePresets.json" -nt "$made" ]; then
        (cd "$top" && inside cmake --preset "$1")
    fi
}

# --- the system itself -------------------------------------------------------------------------------------------------

# shellcheck source=/dev/null
os_release() { (. /etc/os-release 2>/dev/null && printf %s "${!1:-}"); }

newer_debian() {
    local version
    [ "$(os_release ID)" = debian ] || return 1
    version=$(os_release VERSION_ID)
    [ "${version:-99}" -ge 13 ] # testing and unstable have no number
}

# Qt >= 6.8 and KF6 SyntaxHighlighting, from wherever they are.
system_has_libraries() {
    command -v cmake >/dev/null || return 1
    local probe found=0
    probe=$(mktemp -d)
    cat >"$probe/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(probe CXX)
find_package(Qt6 6.8 REQUIRED COMPONENTS Widgets Sql)
find_package(KF6SyntaxHighlighting REQUIRED)
END
    cmake -S "$probe" -B "$probe/build" >/dev/null 2>&1 || found=1
    rm -rf "$probe"
    return $found
}

as_administrator() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        say "asking for your password to run: $*"
        sudo "$@"
    fi
}

# install_packages PACKAGE…: those that the system lacks, with the system's own package manager.
install_packages() {
    command -v apt-get >/dev/null || die "please install these with your package manager, then call again: $*"
    local missing=() name
    for name in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" != 0 ] && ! { command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }; then
        die "this needs an administrator once: apt-get install --no-install-recommends ${missing[*]}"
    fi
    say "installing ${#missing[@]} packages: ${missing[*]}"
    as_administrator apt-get -qq update
    as_administrator env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y install --no-install-recommends "${missing[@]}" >/dev/null
}

# --- the contained Debian 13 root --------------------------------------------------------------------------------------

root_key() { { echo "$suite 1"; packages | sort; } | sha256sum | cut -c1-12; }

# Commands in a user namespace of this user's own, in which the files of other users of the root can be made and removed.
ready_for_namespaces() {
    command -v newuidmap >/dev/null || install_packages uidmap
    grep -q -e "^$(id -un):" -e "^$(id -u):" /etc/subuid 2>/dev/null ||
        die "$(id -un) has no range in /etc/subuid; an administrator gives one:" \
            "usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
}

# clear_work FOLDER: what mmdebstrap made there may belong to this user's other ids, who alone can remove it.
clear_work() {
    [ -d "$1" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        mmdebstrap --unshare-helper find "$1" -xdev -mindepth 2 -delete 2>/dev/null || true
    fi
    rm -rf --one-file-system "$1"
}

make_root() { # make_root FOLDER
    local new=$1.new note=$cache/making list work made=0
    # A call that was killed left these behind.
    if [ -e "$note" ]; then clear_work "$(cat "$note")"; fi
    rm -rf --one-file-system "$new"

    # In the system's folder for temporary files, not in the cache: the other ids can't get into every home.
    work=$(mktemp -d "${TMPDIR:-/tmp}/athanor-root.XXXXXX")
    printf '%s\n' "$work" >"$note"
    chmod 755 "$work"
    mkdir -p "$new"
    list=$(packages | paste -sd,)
    say "making a Debian 13 root in $1 (once; some minutes)"
    local common=(--quiet --variant=minbase --include="$list,ca-certificates"
        --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Retries "3"'
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*'
        --dpkgopt='path-include=/usr/share/doc/*/copyright')
    if [ "$(id -u)" = 0 ]; then
        # What it mounts there goes away with its namespace, even when it is killed.
        TMPDIR=$work unshare --mount mmdebstrap --mode=root "${common[@]}" "$suite" "$new" || made=1
    else
        # As a tarball: unpacked by this user, every file belongs to this user and can be removed again.
        TMPDIR=$work mmdebstrap --mode=unshare "${common[@]}" "$suite" - |
            tar -x -C "$new" --no-same-owner --exclude='./dev/*' || made=1
    fi
    clear_work "$work"
    rm -f "$note"
    [ $made = 0 ] || return 1
    rm -rf "$new"/var/cache/apt/archives/*.deb
    mv "$new" "$1"
}

drop_unused_roots() { # drop_unused_roots KEPT: those of other package lists that nobody entered for a month
    local other
    for other in "$cache"/root-*; do
        if [ "$other" != "$1" ] && [ -z "$(find "$other/.entered" -mtime -30 2>/dev/null)" ]; then
            rm -rf --one-file-system "$other"
        fi
    done
}

# Servers and git ask for the name of the user they run as.
name_user_in_root() {
    local user home=${HOME:-/}
    user=$(id -un 2>/dev/null || echo developer)
    if ! grep -q "^[^:]*:[^:]*:$(id -u):" "$root/etc/passwd"; then
        printf '%s:x:%s:%s::%s:/bin/bash\n' "$user" "$(id -u)" "$(id -g)" "$home" >>"$root/etc/passwd"
    fi
}

# Two calls at once: the second waits for the first one's root. What a killed call left is made anew.
make_root_once() {
    mkdir -p "$cache"
    exec 9>"$cache/lock"
    flock -n 9 || { say "waiting for another call that makes the Debian 13 root"; flock 9; }
    if [ ! -d "$root" ]; then
        command -v mmdebstrap >/dev/null || install_packages mmdebstrap debian-archive-keyring
        [ "$(id -u)" = 0 ] || ready_for_namespaces
        make_root "$root" || {
            rm -rf --one-file-system "$root.new"
            die "the Debian 13 root could not be made; mmdebstrap's reason is above"
        }
        drop_unused_roots "$root"
    fi
    exec 9>&-
}

have_root() {
    root=$cache/root-$(root_key)
    [ -d "$root" ] || make_root_once
    command -v bwrap >/dev/null || install_packages bubblewrap
    touch "$root/.entered"
    name_user_in_root
}

# bind_folder FOLDER PLACE: adds to the caller's `args`.
bind_folder() { if [ -d "$1" ]; then args+=(--bind "$1" "$2"); fi; }

# The host's folders stay where they are (home, projects, X11 and Wayland sockets); only the system's come from the root.
bind_host_folders() {
    local folder
    for folder in /*; do
        case $folder in
        /usr | /bin | /sbin | /lib | /lib32 | /lib64 | /libx32 | /etc | /var | /proc | /dev | /boot | /lost+found | '/*') ;;
        *) bind_folder "$(readlink -f "$folder")" "$folder" ;;
        esac
    done
    # Those that lie below a folder of the system's.
    for folder in "${HOME:-/}" "$top" "$cache" "${XDG_RUNTIME_DIR:-/}" "$PWD"; do
        case $(readlink -f "$folder") in
        /usr/* | /etc/* | /var/*) bind_folder "$(readlink -f "$folder")" "$folder" ;;
        esac
    done
    if [ -e /etc/resolv.conf ]; then args+=(--ro-bind "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf); fi
    if [ -e /etc/machine-id ]; then args+=(--ro-bind /etc/machine-id /etc/machine-id); fi
}

inside_root() {
    local args=(--bind "$root" / --dev-bind /dev /dev --proc /proc --die-with-parent) name
    bind_host_folders
    if [ "$(id -u)" = 0 ]; then args+=(--cap-add ALL); fi
    # Those that point into the host's system.
    for name in LD_LIBRARY_PATH LD_PRELOAD PYTHONPATH PYTHONHOME VIRTUAL_ENV PERL5LIB CC CXX MAKEFLAGS CMAKE_PREFIX_PATH \
        PKG_CONFIG_PATH QT_PLUGIN_PATH QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE; do
        args+=(--unsetenv "$name")
    done
    args+=(--setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin --setenv LC_ALL C.UTF-8 --setenv CCACHE_DIR "$cache/ccache")
    bwrap "${args[@]}" --chdir "$PWD" -- "$@"
}

# --- which of the two --------------------------------------------------------------------------------------------------

# ATHANOR_CONTAINED=1 asks for the contained root on any system.
if [ -z "${ATHANOR_CONTAINED:-}" ] && newer_debian; then
    mapfile -t wanted < <(packages)
    install_packages "${wanted[@]}"
    inside() { CCACHE_DIR=${CCACHE_DIR:-$cache/ccache} "$@"; }
elif [ -z "${ATHANOR_CONTAINED:-}" ] && system_has_libraries; then
    inside() { CCACHE_DIR=${CCACHE_DIR:-$cache/ccache} "$@"; }
else
    have_root
    inside() { inside_root "$@"; }
fi
