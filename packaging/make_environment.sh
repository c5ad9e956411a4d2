#!/bin/sh
# Makes the virtual environment $1 with Sotto in it, editable, and the extras $2 (such as "dev,reference").
set -eu
environment=$1
extras=$2

give_up() {
    echo "$1" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3.11 python3; fi
    for python in "$@"; do
        if new_enough "$python"; then return; fi
    done
    give_up "Sotto needs Python 3.11 or newer, which $* is not. Install it, or name one: make PYTHON=/path/to/python3.11 ..."
}

# Debian keeps ensurepip in a package of its own, python3-venv. Without it the pip that is here fills the environment:
# no root, no package, nothing left in the user's own site-packages (which Debian 12 forbids).
create() {
    if "$python" -c 'import ensurepip' 2>/dev/null; then
        "$python" -m venv "$environment"
    else
        "$python" -m venv --without-pip "$environment" &&
            "$python" -m pip --quiet --python "$environment/bin/python" install pip
    fi
}

if ! "$environment/bin/python" -m pip --version >/dev/null 2>&1; then
    find_python
    rm -rf "$environment"
    echo "Making $environment with $("$python" --version)" >&2
    create || give_up "No virtual environment: $python has neither ensurepip nor pip. Install python3-venv or python3-pip."
fi
echo "Installing Sotto and what it needs into $environment (torch is large: this takes minutes the first time)" >&2
"$environment/bin/python" -m pip --quiet --disable-pip-version-check install --editable ".[$extras]"
