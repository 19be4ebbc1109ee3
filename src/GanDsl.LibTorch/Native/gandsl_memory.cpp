// Memory that a training step frees stays with the process for the next step.
//
// glibc hands large blocks back to the system as soon as they are free, and the system clears every page of the next one: a
// tenth of a step on images. Who sets glibc's own variables decides differently.

#if defined(__GLIBC__) || defined(__linux__)
#include <cstdlib>
#include <malloc.h>

#if defined(__GLIBC__)
namespace {

constexpr int largest_block_of_the_heap = 32 << 20; // the most that glibc takes
constexpr int largest_free_end_of_the_heap = 256 << 20;

__attribute__((constructor)) void keep_freed_memory() {
    if (std::getenv("MALLOC_MMAP_THRESHOLD_") == nullptr && std::getenv("MALLOC_TRIM_THRESHOLD_") == nullptr &&
        std::getenv("GLIBC_TUNABLES") == nullptr) {
        mallopt(M_MMAP_THRESHOLD, largest_block_of_the_heap);
        mallopt(M_TRIM_THRESHOLD, largest_free_end_of_the_heap);
    }
}

} // namespace
#endif
#endif
