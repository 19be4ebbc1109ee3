#!/bin/sh
# compile.sh LIBTORCH OUTPUT [SOURCE]: compiles the shim, or another source that uses its headers, against the
# libtorch in LIBTORCH (a libtorch folder, or /usr).
# Says one sentence on standard error and returns 1 when it cannot.

home=$1
output=$2
here=$(dirname "$0")
compiler=${CXX:-g++}
if [ -n "$3" ]; then
    set -- "$3"
else
    set -- "$here"/gandsl_*.cpp
fi

fail() {
    echo "GanDsl.LibTorch: $1" >&2
    exit 1
}

command -v "$compiler" >/dev/null ||
    fail "the C++ compiler '$compiler' was not found; install g++ (or set CXX), or pass -p:TorchEngine=TorchSharp to use the packages."

for lib in "$home/lib" "$home/lib/$("$compiler" -print-multiarch 2>/dev/null)" "$home/lib64"; do
    [ -e "$lib/libtorch_cpu.so" ] && break
done
[ -e "$lib/libtorch_cpu.so" ] ||
    fail "there is no libtorch_cpu.so in $home/lib or below; set LIBTORCH to the folder of a libtorch (with include/ and lib/), or install libtorch-dev."

# libtorch from pip before 2.6 has std::string as it was before C++11; ours must be the same.
abi=1
grep -q '_ZN3c105ErrorC2ENS_14SourceLocationESs' "$lib/libc10.so" && abi=0

# libtorch's threads, where the compiler knows the way that it shares loops among them.
openmp=
echo 'int main() {}' | "$compiler" -fopenmp -x c++ -o /dev/null - 2>/dev/null && openmp=-fopenmp

# Without contraction the same numbers come out whether or not the processor multiplies and adds at once.
numbers="-fno-math-errno -fno-trapping-math -ffp-contract=off"

# Two builds at once must not see each other's half of a file.
made=$output.$$
log=$output.log
objects=$made.objects
mkdir -p "$objects"
trap 'rm -rf "$objects"' EXIT

complain() {
    fail "'$compiler' could not compile $* against the libtorch in $home: $(grep -m 1 -E 'error|undefined|cannot' "$log" || head -n 1 "$log"). All it said is in $log."
}

# libtorch's headers take the compiler several seconds for each source: as many at once as there are processors.
export compiler objects here home numbers openmp abi
printf '%s\n' "$@" | xargs -P "$(nproc 2>/dev/null || echo 1)" -I SOURCE sh -c '
    "$compiler" -std=c++17 -O3 $numbers $openmp -fPIC -fvisibility=hidden -w -D_GLIBCXX_USE_CXX11_ABI=$abi \
        -I"$here" -I"$home/include" -I"$home/include/torch/csrc/api/include" \
        -c "$1" -o "$objects/$(basename "$1").o"' compile SOURCE >"$log" 2>&1 || complain "$@"
"$compiler" -shared $openmp "$objects"/*.o -o "$made" \
    -L"$lib" -Wl,-rpath,"$lib" -Wl,--no-as-needed -ltorch -ltorch_cpu -lc10 >"$log" 2>&1 || complain "$@"
mv "$made" "$output"
rm -f "$log"
