#!/usr/bin/env bash
# GanDsl's one script: ./build.sh setup | build | test | fuzz | accept | demo | bench | format
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
configuration=Release

usage() {
  cat <<'TEXT'
usage: ./build.sh COMMAND

  setup    see to it that an engine is here: the TorchSharp packages, else the distribution's libtorch
  build    build the whole solution
  test     build, check the formatting and run every test; ends with a line "N passed, N failed"
  fuzz     try random declarations against the engine, and mutilated ones, in processes of their own:
           ./build.sh fuzz [CASES [SEED [FIRST]]] [--workers N]
  accept   write what is generated now as the accepted snapshots
  demo     train the digits example for a few minutes; writes pictures to out/digits
  bench    compare the speed of the emitted training step with one written by hand, with PyTorch and with the
           arithmetic alone: ./build.sh bench [Points] [Images] [NormalizedImages] [THREADS];
           'bench memory' compares the peak memory of the first three: ./build.sh bench memory [NETWORKS];
           'bench generator' times the generator and the analyzer on 1 to 1,000 models instead
  format   format every file

Each command but format does the set-up it needs first.
TEXT
}

fail() {
  echo "build.sh: $*" >&2
  exit 1
}

# --- set-up -----------------------------------------------------------------

nuget_cache() { echo "${NUGET_PACKAGES:-$HOME/.nuget/packages}"; }

has_packages() { [ -d "$(nuget_cache)/torchsharp-cpu" ]; }

has_libtorch() {
  { [ -n "${LIBTORCH:-}" ] && [ -d "$LIBTORCH/include" ]; } || [ -f /usr/include/torch/library.h ]
}

# Restores the TorchSharp packages into the NuGet cache; fails where the feed has none.
restore_packages() {
  local folder status=0
  folder=$(mktemp -d)
  cat > "$folder/engine.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="TorchSharp-cpu" Version="0.105.2" />
  </ItemGroup>
</Project>
XML
  dotnet restore "$folder/engine.csproj" > /dev/null 2>&1 || status=$?
  rm -rf "$folder"
  return "$status"
}

install_libtorch() {
  command -v apt-get > /dev/null ||
    fail "there is no TorchSharp package to restore and no apt-get to install libtorch with: set LIBTORCH to a libtorch folder."
  local root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo > /dev/null || fail "installing libtorch needs root: run this as root, install sudo, or set LIBTORCH."
    root=(sudo)
  fi
  echo "Installing libtorch-dev, libopenblas0-openmp and g++ ..."
  "${root[@]}" apt-get update -qq
  # Without an optimised BLAS a matrix product is 20 times slower.
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends libtorch-dev libopenblas0-openmp g++ > /dev/null
}

setup() {
  command -v dotnet > /dev/null || fail "the .NET 10 SDK is needed, and there is no 'dotnet' on the PATH."
  has_packages || has_libtorch || restore_packages || install_libtorch
  if ! has_packages && ! command -v g++ > /dev/null; then
    install_libtorch
  fi
  has_packages || has_libtorch || fail "no engine could be set up: set LIBTORCH to a libtorch folder."
  dotnet tool restore > /dev/null
}

# --- commands ---------------------------------------------------------------

build() { dotnet build GanDsl.sln --configuration "$configuration" --nologo --verbosity quiet -consoleLoggerParameters:NoSummary; }

# Adds up the totals that the test runner prints for each project.
count_tests() {
  awk '
    /Failed: +[0-9]+, Passed: +[0-9]+, Skipped: +[0-9]+/ {
      gsub(",", "")
      for (field = 1; field < NF; field++) {
        if ($field == "Failed:") failed += $(field + 1)
        if ($field == "Passed:") passed += $(field + 1)
        if ($field == "Skipped:") skipped += $(field + 1)
      }
    }
    END {
      printf "%d passed, %d failed", passed, failed
      if (skipped > 0) printf ", %d skipped", skipped
      printf "\n"
    }' "$1"
}

run_tests() {
  local log status=0
  log=$(mktemp)
  dotnet test GanDsl.sln --configuration "$configuration" --no-build --nologo -- RunConfiguration.TreatNoTestsAsError=true |
    tee "$log" || status=$?
  count_tests "$log"
  rm -f "$log"
  return "$status"
}

case "${1:-}" in
  setup)
    setup
    echo "Ready: 'dotnet build GanDsl.sln', './build.sh test' and './build.sh demo' work from here."
    ;;
  build)
    setup
    build
    ;;
  test)
    setup
    build
    dotnet csharpier check .
    run_tests
    ;;
  fuzz)
    setup
    dotnet run --project tests/GanDsl.Fuzzing --configuration "$configuration" -- "${@:2}"
    ;;
  accept)
    setup
    build
    GANDSL_ACCEPT_SNAPSHOTS=1 dotnet test tests/GanDsl.Generators.Tests --configuration "$configuration" --no-build --nologo \
      --filter "FullyQualifiedName~Snapshots"
    ;;
  demo)
    setup
    dotnet run --project examples/Digits --configuration "$configuration" -- "${@:2}"
    ;;
  bench)
    setup
    if [ "${2:-}" = generator ]; then
      dotnet run --project tests/GanDsl.Generators.Benchmarks --configuration "$configuration" -- "${@:3}"
    else
      dotnet run --project tests/GanDsl.Benchmarks --configuration "$configuration" -- "${@:2}"
    fi
    ;;
  format)
    dotnet tool restore > /dev/null
    dotnet csharpier format .
    ;;
  "" | help | -h | --help)
    usage
    ;;
  *)
    usage >&2
    fail "there is no command '$1'."
    ;;
esac
