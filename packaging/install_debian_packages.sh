#!/bin/sh
# Installs what packaging/debian-packages.txt names and this machine lacks; where it may not, it says so and goes on.
set -u
cd "$(dirname "$0")" || exit 1

missing=""
for package in $(sed 's/#.*//' debian-packages.txt); do
    case "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" in
        installed) ;;
        *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

say_missing() {
    echo "Debian packages missing:$missing ($1). Tests that need them are skipped; apt-get install$missing brings them." >&2
    exit 0
}

command -v apt-get >/dev/null || say_missing "this is no Debian"
if [ "$(id -u)" -eq 0 ]; then
    as_root="env"
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n env"
else
    say_missing "installing needs root or sudo"
fi

# $missing and $as_root are lists of words
install() {
    $as_root DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends $missing </dev/null >/dev/null
}
echo "Installing Debian packages:$missing" >&2
{ $as_root apt-get -qq update && install; } || say_missing "apt-get failed, see above"
