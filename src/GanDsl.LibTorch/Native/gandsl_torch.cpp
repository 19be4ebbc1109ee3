// Operators, tensors and host memory.

#include "gandsl_torch.h"

#include "gandsl_guard.h"
#include "gandsl_values.h"

#include <ATen/Version.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <ATen/core/stack.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/from_blob.h>
#include <torch/version.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <unordered_map>

using namespace gandsl;

// What is known of one argument of a schema.
struct GanArgument {
    Wanted wanted;
    uint32_t kinds; // those that need no look at the schema
    bool has_default;
    c10::IValue otherwise;
};

struct GanOperator {
    c10::OperatorHandle handle;
    std::vector<GanArgument> arguments;
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
                const auto& otherwise = argument.default_value();
                fresh->arguments.push_back({wanted_by(argument.type()), kinds_of(argument.type()),
                    otherwise.has_value(), otherwise.has_value() ? *otherwise : c10::IValue()});
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
        const auto& known = op->arguments;
        stack.reserve(known.size());
        auto is_plain = static_cast<size_t>(count) <= known.size();
        for (int32_t i = 0; i < count; i++) {
            const auto is_known = static_cast<size_t>(i) < known.size();
            stack.push_back(to_ivalue(arguments[i], is_known ? known[i].wanted : Wanted::AsGiven));
            is_plain = is_plain && (known[i].kinds >> arguments[i].kind & 1) != 0;
        }
        for (auto i = static_cast<size_t>(count); is_plain && i < known.size(); i++) {
            is_plain = known[i].has_default;
            stack.push_back(known[i].otherwise);
        }
        // The schema's own check takes longer than a small operator; it is left to what is less plain, and to refusals.
        if (!is_plain) {
            stack.resize(std::min(stack.size(), static_cast<size_t>(count)));
            op->handle.schema().checkAndNormalizeInputs(stack);
        }
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
