// Gradients, settings, random generators and devices.

#include "gandsl_torch.h"

#include "gandsl_guard.h"
#include "gandsl_values.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/cuda.h>

#include <mutex>

using namespace gandsl;

GanStatus gandsl_get_grad(GanTensor* tensor, GanTensor** grad) {
    return guard([&] {
        require(grad != nullptr, "gandsl_get_grad needs a place to write to.");
        *grad = release(borrow(tensor).grad());
    });
}

GanStatus gandsl_set_grad(GanTensor* handle, GanTensor* grad_handle) {
    return guard([&] {
        const auto tensor = borrow(handle);
        auto grad = borrow_or_undefined(grad_handle);
        if (grad.defined()) {
            TORCH_CHECK(grad.sizes() == tensor.sizes(), "A gradient of shape ", grad.sizes(),
                " was assigned to a tensor of shape ", tensor.sizes(), "; the two must be equal.");
            TORCH_CHECK(grad.device() == tensor.device(), "A gradient on ", grad.device(),
                " was assigned to a tensor on ", tensor.device(), "; move it there first.");
            TORCH_CHECK(grad.scalar_type() == tensor.scalar_type(), "A gradient of dtype ", grad.scalar_type(),
                " was assigned to a tensor of dtype ", tensor.scalar_type(), "; convert it first.");
        }
        tensor.mutable_grad() = std::move(grad);
    });
}

GanStatus gandsl_backward(
    GanTensor* const* tensors, GanTensor* const* grads, int32_t count, GanTensor* const* inputs, int32_t input_count,
    uint8_t retain_graph, uint8_t create_graph) {
    return guard([&] {
        torch::autograd::backward(borrow_all(tensors, count), borrow_all(grads, grads == nullptr ? 0 : count, true),
            retain_graph != 0, create_graph != 0, borrow_all(inputs, input_count));
    });
}

GanStatus gandsl_grad(
    GanTensor* const* outputs, GanTensor* const* grads, int32_t count, GanTensor* const* inputs, int32_t input_count,
    uint8_t retain_graph, uint8_t create_graph, uint8_t allow_unused, GanTensor** results) {
    return guard([&] {
        require(input_count == 0 || results != nullptr, "gandsl_grad needs a place for each gradient.");
        auto found = torch::autograd::grad(borrow_all(outputs, count), borrow_all(inputs, input_count),
            borrow_all(grads, grads == nullptr ? 0 : count, true), retain_graph != 0, create_graph != 0,
            allow_unused != 0);
        for (size_t i = 0; i < found.size(); i++) {
            results[i] = release(std::move(found[i]));
        }
    });
}

GanStatus gandsl_get_setting(GanSetting setting, int64_t* value) {
    return guard([&] {
        require(value != nullptr, "gandsl_get_setting needs a place to write to.");
        switch (setting) {
        case GAN_GRAD_MODE:
            *value = at::GradMode::is_enabled();
            break;
        case GAN_INFERENCE_MODE:
            *value = c10::InferenceMode::is_enabled();
            break;
        case GAN_THREADS:
            *value = at::get_num_threads();
            break;
        case GAN_INTEROP_THREADS:
            *value = at::get_num_interop_threads();
            break;
        case GAN_CUDA_DEVICE_COUNT:
            *value = static_cast<int64_t>(torch::cuda::device_count());
            break;
        case GAN_CUDNN_AVAILABLE:
            *value = torch::cuda::cudnn_is_available();
            break;
        default:
            throw BadCall("There is no setting " + std::to_string(setting) + ".");
        }
    });
}

GanStatus gandsl_set_setting(GanSetting setting, int64_t value) {
    return guard([&] {
        switch (setting) {
        case GAN_GRAD_MODE:
            at::GradMode::set_enabled(value != 0);
            break;
        case GAN_THREADS:
        case GAN_INTEROP_THREADS:
            require(value >= 1 && value <= 4096, "A thread count must be between 1 and 4096.");
            setting == GAN_THREADS ? at::set_num_threads(static_cast<int>(value))
                                   : at::set_num_interop_threads(static_cast<int>(value));
            break;
        default:
            throw BadCall("Setting " + std::to_string(setting) + " does not exist or cannot be changed.");
        }
    });
}

GanStatus gandsl_inference_begin(uint8_t enabled, void** guard_out) {
    return guard([&] {
        require(guard_out != nullptr, "gandsl_inference_begin needs a place to write to.");
        *guard_out = new c10::InferenceMode(enabled != 0);
    });
}

GanStatus gandsl_inference_end(void* inference_guard) {
    return guard([&] { delete static_cast<c10::InferenceMode*>(inference_guard); });
}

GanStatus gandsl_manual_seed(int64_t seed) {
    return guard([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}

GanStatus gandsl_generator_new(
    int32_t device_type, int32_t device_index, uint8_t is_default, GanGenerator** generator) {
    return guard([&] {
        require(generator != nullptr, "gandsl_generator_new needs a place to write to.");
        auto made = at::globalContext().defaultGenerator(to_device(device_type, device_index));
        if (is_default == 0) {
            const std::lock_guard<std::mutex> lock(made.mutex());
            made = made.clone();
        }
        *generator = reinterpret_cast<GanGenerator*>(made.unsafeReleaseGeneratorImpl());
    });
}

GanStatus gandsl_generator_free(GanGenerator* generator) {
    return guard([&] {
        if (generator != nullptr) {
            c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(reinterpret_cast<c10::GeneratorImpl*>(generator));
        }
    });
}

GanStatus gandsl_generator_get_seed(GanGenerator* handle, int64_t* seed) {
    return guard([&] {
        require(seed != nullptr, "gandsl_generator_get_seed needs a place to write to.");
        auto generator = borrow_generator(handle);
        const std::lock_guard<std::mutex> lock(generator.mutex());
        *seed = static_cast<int64_t>(generator.current_seed());
    });
}

GanStatus gandsl_generator_set_seed(GanGenerator* handle, int64_t seed) {
    return guard([&] {
        auto generator = borrow_generator(handle);
        const std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_current_seed(static_cast<uint64_t>(seed));
    });
}

GanStatus gandsl_generator_get_state(GanGenerator* handle, GanTensor** state) {
    return guard([&] {
        require(state != nullptr, "gandsl_generator_get_state needs a place to write to.");
        auto generator = borrow_generator(handle);
        const std::lock_guard<std::mutex> lock(generator.mutex());
        *state = release(generator.get_state());
    });
}

GanStatus gandsl_generator_set_state(GanGenerator* handle, GanTensor* state) {
    return guard([&] {
        auto generator = borrow_generator(handle);
        const auto bytes = borrow(state);
        const std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_state(bytes);
    });
}

GanStatus gandsl_cuda_synchronize(int32_t device_index) {
    return guard([&] {
        TORCH_CHECK(torch::cuda::is_available(), "There is no CUDA device to wait for.");
        torch::cuda::synchronize(device_index);
    });
}
