// How a failure leaves the shim: one line kept per thread, and a status.

#pragma once

#include "gandsl_torch.h"

#include <c10/util/Exception.h>

#include <exception>
#include <stdexcept>
#include <string>

namespace gandsl {

// The shim's own refusals; told apart from libtorch's so that a test can.
struct BadCall : std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline void require(bool condition, const char* message) {
    if (!condition) {
        throw BadCall(message);
    }
}

inline std::string& last_error() noexcept {
    static thread_local std::string message;
    return message;
}

// The first line that says something. Assigning may run out of memory, which must not escape either.
inline GanStatus fail(GanStatus status, const char* message) noexcept {
    try {
        std::string text = message == nullptr ? "" : message;
        const auto begin = text.find_first_not_of(" \t\r\n");
        text = begin == std::string::npos ? "libtorch failed without saying why." : text.substr(begin);
        text = text.substr(0, text.find_first_of("\r\n"));
        last_error() = std::move(text);
    } catch (...) {
        last_error().clear();
    }
    return status;
}

template <typename Body>
GanStatus guard(Body&& body) noexcept {
    try {
        body();
        return GAN_OK;
    } catch (const BadCall& error) {
        return fail(GAN_BAD_CALL, error.what());
    } catch (const c10::Error& error) {
        return fail(GAN_TORCH_ERROR, error.what_without_backtrace());
    } catch (const std::exception& error) {
        return fail(GAN_STD_ERROR, error.what());
    } catch (...) {
        return fail(GAN_UNKNOWN_ERROR, "libtorch threw something that is not an exception.");
    }
}

} // namespace gandsl
