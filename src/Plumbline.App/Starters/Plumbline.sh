#!/bin/sh
# Opens Plumbline in your browser. Works from a USB stick, without a network and without anything installed.
here=${0%/*}
[ "$here" = "$0" ] && here=.
here=$(cd -- "$here" && pwd -P) || exit 3
if [ ! -x "$here/plumb-app" ] || [ ! -x "$here/plumb" ]; then
    echo "This system may not start programs from here. Copy the folder to your home and start it there." >&2
    echo "Отсюда программы запускать нельзя. Скопируйте папку в домашний каталог и запустите её там." >&2
    echo "    chmod +x plumb plumb-app Plumbline.sh" >&2
    exit 3
fi
# Without the system's library for letters .NET does not start, unless it is told to do without.
if ! "$here/plumb" --version >/dev/null 2>&1; then
    export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
fi
exec "$here/plumb-app" "$@"
