// Computing with fewer digits than float32.

#include "gandsl_torch.h"

#include "gandsl_autocast.h"
#include "gandsl_guard.h"
#include "gandsl_values.h"

#include <dlfcn.h>

#if defined(__x86_64__)
#include <cpuid.h>
#elif defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

using namespace gandsl;

namespace {

// Autocast as it was before.
struct Autocast {
    c10::DeviceType type;
    bool enabled;
    at::ScalarType dtype;
};

bool processor_has_bfloat16() {
#if defined(__x86_64__)
    unsigned int eax = 0, ebx = 0, ecx = 0, edx = 0;
    constexpr unsigned int avx512_bf16 = 1u << 5;
    return __get_cpuid_count(7, 1, &eax, &ebx, &ecx, &edx) != 0 && (eax & avx512_bf16) != 0;
#elif defined(__aarch64__) && defined(__linux__)
    constexpr unsigned long hwcap2_bf16 = 1ul << 14;
    return (getauxval(AT_HWCAP2) & hwcap2_bf16) != 0;
#else
    return false;
#endif
}

// GPUs of compute capability 8 and above. The driver is asked by name, so that the shim also loads where there is none.
bool gpu_has_bfloat16(int32_t index) {
    constexpr int compute_capability_major = 75;
    auto* driver = dlopen("libcuda.so.1", RTLD_LAZY);
    if (driver == nullptr) {
        return false;
    }
    const auto get = reinterpret_cast<int (*)(int*, int, int)>(dlsym(driver, "cuDeviceGetAttribute"));
    int major = 0;
    return get != nullptr && get(&major, compute_capability_major, index) == 0 && major >= 8;
}

} // namespace

GanStatus gandsl_autocast_begin(int32_t device_type, int32_t dtype, void** guard_out) {
    return guard([&] {
        require(guard_out != nullptr, "gandsl_autocast_begin needs a place to write to.");
        const auto type = to_device(device_type, -1).type();
        require(type == c10::DeviceType::CPU || type == c10::DeviceType::CUDA, "Autocast is for the processor or CUDA.");
        const auto lower = static_cast<at::ScalarType>(dtype);
        require(lower == at::kBFloat16 || lower == at::kHalf, "Autocast takes BFloat16 or Float16.");
        auto before = std::make_unique<Autocast>(Autocast{type, is_autocast(type), autocast_dtype(type)});
        set_autocast_dtype(type, lower);
        set_autocast(type, true);
        at::autocast::increment_nesting();
        *guard_out = before.release();
    });
}

GanStatus gandsl_autocast_end(void* autocast) {
    return guard([&] {
        require(autocast != nullptr, "gandsl_autocast_end was given nothing to end.");
        const std::unique_ptr<Autocast> before(static_cast<Autocast*>(autocast));
        // Weights that were cast are kept for the passes of one autocast only; after it they may change.
        if (at::autocast::decrement_nesting() == 0) {
            at::autocast::clear_cache();
        }
        set_autocast(before->type, before->enabled);
        set_autocast_dtype(before->type, before->dtype);
    });
}

GanStatus gandsl_has_bfloat16(int32_t device_type, int32_t device_index, uint8_t* has) {
    return guard([&] {
        require(has != nullptr, "gandsl_has_bfloat16 needs a place to write to.");
        const auto type = to_device(device_type, device_index).type();
        *has = type == c10::DeviceType::CPU ? processor_has_bfloat16()
            : type == c10::DeviceType::CUDA ? gpu_has_bfloat16(device_index < 0 ? 0 : device_index)
                                            : false;
    });
}
