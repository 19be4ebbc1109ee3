#include "gandsl_torch.h"

#include "gandsl_guard.h"
#include "gandsl_values.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <ATen/core/stack.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <cstring>
#include <mutex>
#include <unordered_map>

using namespace gandsl;

struct GanOperator {
    c10::OperatorHandle handle;
    std::vector<Wanted> wanted; // one for each argument of the schema
};

namespace {

// "…, TORCH_VERSION=2.4.1, …" in the build settings of libtorch.
std::string loaded_version() {
    const std::string key = "TORCH_VERSION=";
    const std::string settings = at::show_config();
    const auto at = settings.find(key);
    if (at == std::string::npos) {
        return "";
    }
    const auto begin = at + key.size();
    return settings.substr(begin, settings.find_first_of(", \n", begin) - begin);
}

int64_t byte_count(const at::Tensor& tensor) {
    return tensor.numel() * static_cast<int64_t>(tensor.element_size());
}

// Results written so far are released again when a later one cannot be handed out.
class Results {
public:
    Results(GanValue* values, int32_t capacity) : values_(values), capacity_(capacity) {}
    ~Results() {
        for (int32_t i = 0; i < count_; i++) {
            free_value(values_[i]);
        }
    }
    void add(c10::IValue&& result) {
        require(count_ < capacity_, "An operator returned more results than there was room for.");
        values_[count_] = from_ivalue(std::move(result));
        count_++;
    }
    int32_t commit() {
        const auto count = count_;
        count_ = 0;
        return count;
    }

private:
    GanValue* values_;
    int32_t capacity_;
    int32_t count_ = 0;
};

} // namespace

GanStatus gandsl_version(const char** compiled, const char** loaded) {
    return guard([&] {
        require(compiled != nullptr && loaded != nullptr, "gandsl_version needs two places to write to.");
        static const std::string running = loaded_version();
        *compiled = TORCH_VERSION;
        *loaded = running.c_str();
    });
}

const char* gandsl_last_error(void) {
    return last_error().c_str();
}

GanStatus gandsl_find_operator(const char* name, const char* overload, const GanOperator** found) {
    return guard([&] {
        require(name != nullptr && overload != nullptr && found != nullptr,
            "gandsl_find_operator needs a name, an overload and a place to write to.");
        static std::mutex mutex;
        static auto& known = *new std::unordered_map<std::string, std::unique_ptr<GanOperator>>();
        const std::lock_guard<std::mutex> lock(mutex);
        auto& entry = known[std::string(name) + "." + overload];
        if (entry == nullptr) {
            const auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
            if (!handle.has_value()) {
                throw BadCall("libtorch " TORCH_VERSION " has no operator '" + std::string(name) + "' with overload '" +
                    overload + "'.");
            }
            auto fresh = std::make_unique<GanOperator>(GanOperator{*handle, {}});
            for (const auto& argument : handle->schema().arguments()) {
                fresh->wanted.push_back(wanted_by(argument.type()));
            }
            entry = std::move(fresh);
        }
        *found = entry.get();
    });
}

GanStatus gandsl_call(
    const GanOperator* op, const GanValue* arguments, int32_t count, GanValue* results, int32_t capacity,
    int32_t* written) {
    return guard([&] {
        require(op != nullptr && written != nullptr, "gandsl_call needs an operator and a place for the result count.");
        require(count >= 0 && (count == 0 || arguments != nullptr), "gandsl_call was given no arguments to read.");
        require(capacity >= 0 && (capacity == 0 || results != nullptr), "gandsl_call was given no room for results.");
        torch::jit::Stack stack;
        stack.reserve(op->wanted.size());
        for (int32_t i = 0; i < count; i++) {
            const auto known = static_cast<size_t>(i) < op->wanted.size();
            stack.push_back(to_ivalue(arguments[i], known ? op->wanted[i] : Wanted::AsGiven));
        }
        op->handle.schema().checkAndNormalizeInputs(stack);
        op->handle.callBoxed(&stack);
        if (results == nullptr) {
            *written = 0;
            return;
        }
        Results out(results, capacity);
        for (auto& result : stack) {
            out.add(std::move(result));
        }
        *written = out.commit();
    });
}

GanStatus gandsl_free_array(void* array) {
    return guard([&] { delete[] static_cast<GanTensor**>(array); });
}

GanStatus gandsl_tensor_free(GanTensor* tensor) {
    return guard([&] { free_tensor(tensor); });
}

GanStatus gandsl_tensor_alias(GanTensor* tensor, GanTensor** alias) {
    return guard([&] {
        require(alias != nullptr, "gandsl_tensor_alias needs a place to write to.");
        *alias = release(borrow(tensor));
    });
}

GanStatus gandsl_describe(GanTensor* handle, GanDescription* description) {
    return guard([&] {
        require(description != nullptr, "gandsl_describe needs a place to write to.");
        const auto tensor = borrow(handle);
        GanDescription told{};
        told.is_strided = tensor.layout() == c10::kStrided;
        told.sizes = tensor.sizes().data();
        told.strides = told.is_strided ? tensor.strides().data() : nullptr;
        told.dimensions = tensor.dim();
        told.elements = tensor.numel();
        told.storage_offset = told.is_strided ? tensor.storage_offset() : 0;
        told.dtype = static_cast<int32_t>(tensor.scalar_type());
        told.element_size = static_cast<int32_t>(tensor.element_size());
        told.device_type = static_cast<int32_t>(tensor.device().type());
        told.device_index = tensor.device().index();
        told.requires_grad = tensor.requires_grad();
        told.is_leaf = tensor.is_leaf();
        told.is_contiguous = told.is_strided && tensor.is_contiguous();
        *description = told;
    });
}

GanStatus gandsl_data(GanTensor* tensor, void** data) {
    return guard([&] {
        require(data != nullptr, "gandsl_data needs a place to write to.");
        *data = borrow(tensor).data_ptr();
    });
}

GanStatus gandsl_from_host(
    const void* data, int64_t bytes, const int64_t* sizes, int32_t dimensions, int32_t dtype, GanTensor** tensor) {
    return guard([&] {
        require(tensor != nullptr, "gandsl_from_host needs a place to write to.");
        require(dimensions >= 0 && (dimensions == 0 || sizes != nullptr), "gandsl_from_host was given no sizes.");
        require(dtype >= 0 && dtype < static_cast<int32_t>(c10::ScalarType::Undefined), "There is no such dtype.");
        auto copy = at::empty(
            c10::IntArrayRef(sizes, dimensions), c10::TensorOptions(static_cast<c10::ScalarType>(dtype)));
        if (byte_count(copy) != bytes) {
            throw BadCall("A tensor of this shape and dtype needs " + std::to_string(byte_count(copy)) + " bytes, and " +
                std::to_string(bytes) + " were given.");
        }
        if (bytes > 0) {
            require(data != nullptr, "gandsl_from_host was given no data.");
            std::memcpy(copy.data_ptr(), data, bytes);
        }
        *tensor = release(std::move(copy));
    });
}

GanStatus gandsl_to_host(GanTensor* handle, void* data, int64_t bytes) {
    return guard([&] {
        const auto tensor = borrow(handle);
        if (byte_count(tensor) != bytes) {
            throw BadCall("This tensor has " + std::to_string(byte_count(tensor)) + " bytes, and there is room for " +
                std::to_string(bytes) + ".");
        }
        if (bytes > 0) {
            require(data != nullptr, "gandsl_to_host was given no room.");
            const at::NoGradGuard no_grad;
            at::from_blob(data, tensor.sizes(), c10::TensorOptions(tensor.scalar_type())).copy_(tensor);
        }
    });
}

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
