// The state of autocast, whose functions libtorch 2.4 renamed.

#pragma once

#include <ATen/autocast_mode.h>
#include <torch/version.h>

namespace gandsl {

#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
inline bool is_autocast(c10::DeviceType type) {
    return at::autocast::is_autocast_enabled(type);
}
inline void set_autocast(c10::DeviceType type, bool enabled) {
    at::autocast::set_autocast_enabled(type, enabled);
}
inline at::ScalarType autocast_dtype(c10::DeviceType type) {
    return at::autocast::get_autocast_dtype(type);
}
inline void set_autocast_dtype(c10::DeviceType type, at::ScalarType dtype) {
    at::autocast::set_autocast_dtype(type, dtype);
}
#else
inline bool is_autocast(c10::DeviceType type) {
    return type == c10::DeviceType::CPU ? at::autocast::is_cpu_enabled() : at::autocast::is_enabled();
}
inline void set_autocast(c10::DeviceType type, bool enabled) {
    type == c10::DeviceType::CPU ? at::autocast::set_cpu_enabled(enabled) : at::autocast::set_enabled(enabled);
}
inline at::ScalarType autocast_dtype(c10::DeviceType type) {
    return type == c10::DeviceType::CPU ? at::autocast::get_autocast_cpu_dtype()
                                        : at::autocast::get_autocast_gpu_dtype();
}
inline void set_autocast_dtype(c10::DeviceType type, at::ScalarType dtype) {
    type == c10::DeviceType::CPU ? at::autocast::set_autocast_cpu_dtype(dtype)
                                 : at::autocast::set_autocast_gpu_dtype(dtype);
}
#endif

inline bool is_autocast_on_cpu() {
    return is_autocast(c10::DeviceType::CPU);
}

// A tensor in the precision of autocast, as libtorch's own operators take it.
inline at::Tensor autocast_on_cpu(const at::Tensor& tensor) {
    return at::autocast::cached_cast(autocast_dtype(c10::DeviceType::CPU), tensor, c10::DeviceType::CPU);
}

} // namespace gandsl
