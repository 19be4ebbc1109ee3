// Throws one exception of each family through the shim's guard, for GuardTests.

#include "gandsl_guard.h"

#include <new>
#include <stdexcept>

extern "C" GAN_API const char* guard_message(void) {
    return gandsl::last_error().c_str();
}

extern "C" GAN_API GanStatus guard_throw(int32_t family) {
    return gandsl::guard([&] {
        switch (family) {
        case 0:
            return;
        case 1:
            throw gandsl::BadCall("refused\nsecond line");
        case 2:
            TORCH_CHECK(false, "\n  torch says no\nException raised from somewhere");
        case 3:
            TORCH_CHECK_INDEX(false, "index says no");
        case 4:
            TORCH_CHECK_NOT_IMPLEMENTED(false, "not implemented");
        case 5:
            throw std::out_of_range("out of range");
        case 6:
            throw std::bad_alloc();
        case 7:
            throw 42;
        case 8:
            throw std::runtime_error("");
        default:
            TORCH_INTERNAL_ASSERT(false, "internal");
        }
    });
}
