#!/usr/bin/env bash
# Runs GanDsl's CUDA tests and its benchmark on a GPU with the libtorch of a Python installation, where there is no .NET.
# './build.sh gpu' makes the folder in which this lies as run.sh.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
  cat <<'TEXT'
usage: bash run.sh COMMAND

  tests [PART]      run the tests that need a CUDA GPU, or those with PART in their names
  bench [NETWORKS]  compare training steps: Points, Images, Faces; GANDSL_BENCH_OUT names a JSON file for the results
  all               both

GANDSL_PYTHON names the Python whose PyTorch is used (python3), GANDSL_TORCH_LIB a folder with another libtorch.
TEXT
}

case "${1:-}" in
  tests | bench | all) ;;
  *)
    usage >&2
    exit 2
    ;;
esac

torch_lib=${GANDSL_TORCH_LIB:-$("${GANDSL_PYTHON:-python3}" -c 'import os, torch; print(os.path.join(os.path.dirname(torch.__file__), "lib"))')}
libraries=$torch_lib
for folder in "$torch_lib"/../../nvidia/*/lib; do
  if [ -d "$folder" ]; then libraries+=":$folder"; fi
done

# PyTorch's own process does without what is set for this one.
export GANDSL_PYTHON_LIBRARY_PATH=${LD_LIBRARY_PATH:-}
export LD_LIBRARY_PATH=$libraries${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
export DOTNET_ROOT=$here/dotnet DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

# libtorch has no CUDA where nobody has loaded this one; TorchSharp's library does not ask for it.
preload=
if [ -e "$torch_lib/libtorch_cuda.so" ]; then preload=$torch_lib/libtorch_cuda.so; fi

run() {
  LD_PRELOAD=$preload "$here/dotnet/dotnet" "$@"
}

case "$1" in
  tests) run "$here/tests/GanDsl.Tests.dll" cuda "${@:2}" ;;
  bench) run "$here/benchmarks/GanDsl.Benchmarks.dll" gpu "${@:2}" ;;
  all)
    status=0
    run "$here/tests/GanDsl.Tests.dll" cuda || status=$?
    run "$here/benchmarks/GanDsl.Benchmarks.dll" gpu || status=$?
    exit "$status"
    ;;
esac
