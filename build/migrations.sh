#!/usr/bin/env bash
# Until version 1.0 each engine has one initial migration; this scaffolds both again from the model.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
for engine in Sqlite SqlServer; do
  project=src/SalesCrm.Database.$engine
  rm -rf "$project/Migrations"
  dotnet build "$project" -v q --nologo
  dotnet ef migrations add Initial --project "$project" --startup-project "$project" --output-dir Migrations --no-build
done
