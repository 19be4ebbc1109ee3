// Loops in the widest vectors that the processor has.

#pragma once

// The compiler makes one version for each width of vectors, and the loader picks the widest that the processor has. All
// give the same bits: nothing is contracted or reordered.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define FOR_EVERY_VECTOR_WIDTH __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EVERY_VECTOR_WIDTH
#endif
