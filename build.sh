#!/usr/bin/env bash
# GanDsl's one script, on Linux and macOS; build.ps1 is the same for Windows.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# In English, because count_tests reads it.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
configuration=Release
packages=(GanDsl GanDsl.CommandLine GanDsl.Interactive GanDsl.Media GanDsl.PyTorch GanDsl.Tables GanDsl.ToyData GanDsl.Templates)

usage() {
  cat <<'TEXT'
usage: ./build.sh COMMAND

  setup    restore the packages and the formatter; needs the .NET 10 SDK and a NuGet registry
  build    build the whole solution
  test     build, check the formatting and run every test; ends with a line "N passed, N failed"
  fuzz     hold random declarations, and mutilated ones, against TorchSharp, in processes of their own:
           ./build.sh fuzz [CASES [SEED [FIRST]]] [--workers N]
  kills    kill trainings at random moments and let them go on; the last checkpoint has to be that of one never killed:
           ./build.sh kills [COUNT [SEED]]
  fuzz-files  read damaged and hostile checkpoints, weights and options: ./build.sh fuzz-files [COUNT [SEED]]
  accept   write what is generated now as the accepted snapshots
  demo     train the digits example for about a minute; writes pictures to out/digits
  bench    compare the speed of the emitted training step with one written by hand, with the arithmetic alone and, where
           there is one of TorchSharp's generation, with PyTorch: ./build.sh bench [Points] [Images] [NormalizedImages] [THREADS];
           'bench memory' compares the peak memory of the first two: ./build.sh bench memory [NETWORKS];
           'bench data' times reading a folder of pictures, and whether training waits for it: ./build.sh bench data [PICTURES];
           'bench generator' times the generator and the analyzer on 1 to 1,000 models instead;
           'bench gpu' compares steps on a CUDA GPU with PyTorch's: ./build.sh bench gpu [Points] [Images] [Faces]
  gpu      make out/gpu.tar.xz, a folder that runs the CUDA tests and 'bench gpu' on Linux where only a Python installation has CUDA:
           there 'python3 -m tarfile -e gpu.tar.xz', then 'bash gpu/run.sh all'
  pack     make the packages, into packages/
  api      record the public API in the PublicAPI.Unshipped.txt of each library
  format   format every file

Each command does the set-up it needs first.
TEXT
}

fail() {
  echo "build.sh: $*" >&2
  exit 1
}

restore_tools() {
  command -v dotnet > /dev/null || fail "the .NET 10 SDK is needed, and there is no 'dotnet' on the PATH: https://dot.net"
  dotnet tool restore > /dev/null
}

setup() {
  echo "Restoring packages; the first time some 400 MB are downloaded ..."
  restore_tools
  dotnet restore GanDsl.sln --verbosity quiet
}

build() {
  setup
  echo "Building ..."
  dotnet build GanDsl.sln --configuration "$configuration" --no-restore --nologo --verbosity quiet
}

# Builds a project and runs it.
run() {
  setup
  echo "Building ..."
  dotnet run --project "$1" --configuration "$configuration" --no-restore -- "${@:2}"
}

# Adds up the totals that the test runner prints for each project. A run whose process ended in the middle counts as a failure.
count_tests() {
  awk '
    /^Test Run Aborted/ { failed++ }
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

# Copies what a project has built, without what is for debuggers and without native libraries but TorchSharp's own.
copy_application() {
  local output="$1/bin/$configuration/net10.0"
  mkdir -p "$2"
  # Where there is a deps.json, the host wants every library that it names.
  tar -C "$output" --exclude='*.deps.json' --exclude='*.pdb' --exclude='./*.xml' --exclude='*.so' --exclude='*.so.*' -cf - . |
    tar -C "$2" -xf -
  cp "$output/libLibTorchSharp.so" "$2"
}

# A folder that needs a GPU and a Python with PyTorch, and nothing else.
pack_for_gpu() {
  local folder=out/gpu version root runtime
  [ "$(uname -sm)" = "Linux x86_64" ] || fail "what goes to a GPU is packed on Linux x64 only."
  command -v xz > /dev/null || fail "'xz' is needed to pack."
  setup
  echo "Building ..."
  dotnet build tests/GanDsl.Tests --configuration "$configuration" --no-restore --nologo --verbosity quiet
  dotnet build tests/GanDsl.Benchmarks --configuration "$configuration" --no-restore --nologo --verbosity quiet
  echo "Packing ..."
  rm -rf "$folder" "$folder.tar.xz"
  copy_application tests/GanDsl.Tests "$folder/tests"
  copy_application tests/GanDsl.Benchmarks "$folder/benchmarks"
  # Lines such as "Microsoft.NETCore.App 10.0.1 [/usr/share/dotnet/shared/Microsoft.NETCore.App]".
  read -r version runtime < <(
    dotnet --list-runtimes | sed -n 's/^Microsoft\.NETCore\.App \(10\.[^ ]*\) \[\(.*\)\]$/\1 \2/p' | tail -n 1
  ) || fail "there is no runtime of .NET 10 to pack."
  root=${runtime%/shared/Microsoft.NETCore.App}
  mkdir -p "$folder/dotnet/host/fxr" "$folder/dotnet/shared/Microsoft.NETCore.App"
  cp "$root/dotnet" "$folder/dotnet"
  cp -R "$root/host/fxr/$version" "$folder/dotnet/host/fxr"
  cp -R "$runtime/$version" "$folder/dotnet/shared/Microsoft.NETCore.App"
  cp tests/run-on-gpu.sh "$folder/run.sh"
  tar -C out -cf - gpu | xz -9 -T2 > "$folder.tar.xz"
  du -h "$folder.tar.xz"
}

# The analyzer names every public symbol that the files do not have; what is shipped stays in PublicAPI.Shipped.txt.
record_api() {
  local file="$1/PublicAPI.Unshipped.txt" found
  [ -f "$file" ] || return 0
  echo "#nullable enable" > "$file"
  found=$(dotnet build "$1" --configuration "$configuration" --no-restore --no-dependencies --nologo --verbosity quiet |
    sed -n "s/.*RS0016: Symbol '\\(.*\\)' is not part of the declared public API.*/\\1/p" | LC_ALL=C sort -u)
  [ -z "$found" ] || echo "$found" >> "$file"
  echo "$file: $(($(wc -l < "$file") - 1)) symbols"
}

case "${1:-}" in
  setup)
    setup
    echo "Ready: 'dotnet build GanDsl.sln', './build.sh test' and './build.sh demo' work from here."
    ;;
  build)
    build
    ;;
  test)
    build
    dotnet csharpier check .
    echo "Testing ..."
    run_tests
    ;;
  fuzz)
    run tests/GanDsl.Fuzzing "${@:2}"
    ;;
  kills)
    run tests/GanDsl.Endurance kills "${@:2}"
    ;;
  fuzz-files)
    run tests/GanDsl.Endurance files "${@:2}"
    ;;
  accept)
    build
    GANDSL_ACCEPT_SNAPSHOTS=1 dotnet test tests/GanDsl.Generators.Tests --configuration "$configuration" --no-build --nologo \
      --filter "FullyQualifiedName~Snapshots"
    ;;
  demo)
    run examples/Digits "${@:2}"
    ;;
  bench)
    if [ "${2:-}" = generator ]; then
      run tests/GanDsl.Generators.Benchmarks "${@:3}"
    else
      run tests/GanDsl.Benchmarks "${@:2}"
    fi
    ;;
  gpu)
    pack_for_gpu
    ;;
  pack)
    build
    echo "Packing ..."
    for project in "${packages[@]}"; do
      # Compiled anew, because a compiler that has nothing to do checks nothing.
      dotnet build "src/$project" --configuration "$configuration" --no-restore --no-dependencies --no-incremental \
        --nologo --verbosity quiet -p:CheckPublicApi=true
      dotnet pack "src/$project" --configuration "$configuration" --no-build --nologo --verbosity quiet --output packages
    done
    ls packages/*.nupkg
    ;;
  api)
    build
    echo "Recording the public API ..."
    for project in "${packages[@]}"; do
      record_api "src/$project"
    done
    ;;
  format)
    restore_tools
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
