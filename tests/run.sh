#!/usr/bin/env bash
# Everything that must hold before a change goes in: restore, build, style, all tests.
#
#   tests/run.sh                        everything
#   tests/run.sh Application            build and test tests/SalesCrm.Application.Tests alone
#   tests/run.sh Application Database   several
#
# Needs the .NET 10 SDK and Node with npm. The browser tests need /usr/bin/chromium and a Chinese font; on Debian they are
# installed when missing and this runs as root. With SALESCRM_TEST_SQLSERVER set to a connection string the database tests
# also run on that server.
#
# The last line is "N passed, N failed, N skipped" over all projects. A step that fails without a failing test (build, style,
# a crashed run, a project without tests) counts as one failure, so that the line never says "0 failed" when something did.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
exec </dev/null

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
export MSBUILDTERMINALLOGGER=off
# Build servers that outlive this script would keep its output open.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
unset GIT_DIR GIT_WORK_TREE

results="$root/TestResults"
chromium=/usr/bin/chromium
passed=0 failed=0 skipped=0
summary=()
declare -A running started

say() { printf '\n== %s (%ss)\n' "$1" "$SECONDS"; }

fail() {
  failed=$((failed + 1))
  summary+=("FAILED  $1")
  printf '** %s\n' "$1"
}

report() {
  local status=$?
  if ((status != 0 && failed == 0)); then fail "stopped with exit code $status"; fi
  say 'Summary'
  if ((${#summary[@]})); then printf '%s\n' "${summary[@]}"; fi
  printf '\n%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
  if ((failed)); then exit 1; fi
}
trap report EXIT

require_tools() {
  local tool
  for tool in dotnet node npm; do
    if ! command -v "$tool" >/dev/null; then
      fail "$tool is missing: install the .NET 10 SDK and Node with npm"
    fi
  done
  ((failed == 0)) || exit 1
}

# The name on the command line may be short (Application) or whole (SalesCrm.Application.Tests).
find_projects() {
  local name directory
  projects=()
  if (($# == 0)); then
    for directory in tests/*.Tests; do projects+=("$(basename "$directory")"); done
    return
  fi
  for name in "$@"; do
    name=${name%/}
    name=${name##*/}
    if [[ ! -d tests/$name ]]; then name="SalesCrm.$name.Tests"; fi
    if [[ -d tests/$name ]]; then projects+=("$name"); else fail "no test project $name under tests/"; fi
  done
  ((failed == 0)) || exit 1
}

install_browser() {
  local wanted=() packages
  [[ " ${projects[*]} " == *Browser* ]] || return 0
  [[ -x $chromium ]] || wanted+=(chromium)
  if ! command -v fc-list >/dev/null || [[ -z $(fc-list :lang=zh-cn family) ]]; then wanted+=(fontconfig fonts-noto-cjk); fi
  ((${#wanted[@]})) || return 0

  packages=${wanted[*]}
  say "Browser for the tests: $packages"
  if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
    echo "Missing for the browser tests. As root: apt-get update && apt-get install --yes $packages"
    return 0
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install --yes -qq --no-install-recommends "${wanted[@]}" >/dev/null \
    || echo "Could not install $packages; the browser tests will say what they miss."
}

build() {
  local target
  for target in "$@"; do
    say "Restore $target"
    dotnet restore "$target" --verbosity quiet || { fail "restore of $target"; exit 1; }
    say "Build $target"
    dotnet build "$target" --configuration Release --no-restore --nologo --verbosity quiet -warnaserror -nodeReuse:false \
      || { fail "build of $target"; exit 1; }
  done
}

# The build has looked at everything but the white space (warnings and style are errors in it). This is looked at while the tests
# run: either leaves half of a small machine idle.
begin_style() {
  mkdir -p "$results"
  dotnet format whitespace SalesCrm.sln --verify-no-changes --no-restore \
    --exclude src/SalesCrm.Database.Sqlite/Migrations src/SalesCrm.Database.SqlServer/Migrations >"$results/style.log" 2>&1 &
  style=$!
}

end_style() {
  say 'Style'
  if wait "$style"; then
    summary+=('ok      style')
  else
    cat "$results/style.log"
    fail 'style: run "dotnet format SalesCrm.sln"'
  fi
}

# One figure of the run's result file, 0 when there is none.
figure() {
  local value=''
  if [[ -f $1 ]]; then value=$(sed -n "s/.*<Counters [^>]*\b$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1); fi
  echo "${value:-0}"
}

begin_tests() {
  local project=$1
  rm -rf "${results:?}/$project"
  mkdir -p "$results/$project"
  # A test that hangs is named and ends its run; the others go on.
  dotnet test "tests/$project" --no-build --configuration Release --nologo \
    --logger 'console;verbosity=minimal' --logger "trx;LogFileName=$project.trx" --results-directory "$results/$project" \
    --blame-hang-timeout 15m --blame-hang-dump-type none >"$results/$project/console.log" 2>&1 &
  running[$project]=$!
  started[$project]=$SECONDS
}

end_tests() {
  local project=$1 exit_code=0 trx="$results/$1/$1.trx" total good bad
  say "Test $project"
  wait "${running[$project]}" || exit_code=$?
  cat "$results/$project/console.log"

  total=$(figure "$trx" total)
  good=$(figure "$trx" passed)
  # xunit's skipped tests are counted in the total alone.
  bad=$(($(figure "$trx" executed) - good))
  passed=$((passed + good))
  failed=$((failed + bad))
  skipped=$((skipped + total - good - bad))

  local line="$project: $good passed, $bad failed, $((total - good - bad)) skipped, $((SECONDS - started[$project])) s"
  if ((bad)); then
    summary+=("FAILED  $line")
  elif ((exit_code)); then
    fail "$line; the run ended with exit code $exit_code"
  elif ((good == 0)); then
    fail "$line; a project without tests proves nothing"
  else
    summary+=("ok      $line")
  fi
}

require_tools
find_projects "$@"
install_browser
if (($#)); then
  build "${projects[@]/#/tests/}"
else
  # The compiler keeps one core busy: the rules are tested beside it as soon as they are built, and the style is looked at beside the tests.
  build tests/SalesCrm.Application.Tests
  begin_tests SalesCrm.Application.Tests
  build SalesCrm.sln
  begin_style
fi
for project in "${projects[@]}"; do
  [[ -n ${running[$project]:-} ]] || begin_tests "$project"
  end_tests "$project"
done
if ((!$#)); then end_style; fi
