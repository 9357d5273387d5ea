#!/usr/bin/env bash
# A door to build/Verbs, where every verb lives: builds it when a source is newer, then runs it.
set -euo pipefail

root="$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
verbs="$root/artifacts/bin/Verbs/debug/verbs.dll"
stamp="$root/artifacts/verbs.stamp"

if ! command -v dotnet >/dev/null; then
    echo "error: dotnet is not on PATH: install the .NET SDK 10 (https://dotnet.microsoft.com/download/dotnet/10.0)" >&2
    exit 1
fi

newer() {
    # Folders may be missing; their absence is no reason to build.
    find "$root"/build/Verbs "$root"/build/Symbols "$root"/qemu "$root"/global.json "$root"/Directory.*.props \
        -newer "$stamp" \( -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.json' \) -print -quit 2>/dev/null || true
}

if [[ ! -f $verbs || ! -f $stamp || -n "$(newer)" ]]; then
    if ! dotnet --list-sdks | grep -E '^[1-9][0-9]+\.' >/dev/null; then
        echo "error: no .NET SDK 10 or later is installed: see https://dotnet.microsoft.com/download/dotnet/10.0" >&2
        exit 1
    fi
    mkdir -p "$root/artifacts"
    started="$(mktemp "$root/artifacts/verbs.XXXXXX")"
    if ! log="$(cd "$root" && dotnet msbuild build/Verbs/Verbs.csproj -restore -nologo -verbosity:quiet -clp:NoSummary 2>&1)"; then
        rm -f "$started"
        printf '%s\n' "$log" >&2
        echo "error: build/Verbs does not build: mend the errors above" >&2
        exit 1
    fi
    mv "$started" "$stamp"
fi

exec dotnet "$verbs" "${@:---help}"
