#!/usr/bin/env bash
# Kills the server (SIGKILL) again and again while eight people write, and looks whether anything that it answered is lost.
#
#   tests/crash-drill.sh [ROUNDS [FOLDER [PORT [SEED]]]]
#
# FOLDER holds the database and the server's log; choose one on a real disk. Exit code 0 when nothing was lost, doubled or left half done.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
rounds=${1:-20}
folder=${2:-${TMPDIR:-/tmp}/salescrm-crash-drill}
port=${3:-5311}
shift $(($# < 3 ? $# : 3))

for project in src/SalesCrm.Web tests/SalesCrm.CrashDrill; do
  dotnet build "$project" --configuration Release --nologo --verbosity quiet
done
exec dotnet tests/SalesCrm.CrashDrill/bin/Release/net10.0/SalesCrm.CrashDrill.dll \
  src/SalesCrm.Web/bin/Release/net10.0/SalesCrm.Web.dll "$folder" "$rounds" "$port" "$@"
