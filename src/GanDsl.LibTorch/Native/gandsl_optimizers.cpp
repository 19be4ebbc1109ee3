// The update rules of optimisers, for all parameters of a network at once.
//
// On the processor each rule is one pass over the memory of a parameter and its state, where a chain of operators would be
// five or more; libtorch's threads share the parameters in equal slices. Elsewhere it is that chain.

#include "gandsl_torch.h"

#include "gandsl_guard.h"
#include "gandsl_values.h"
#include "gandsl_vectors.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <torch/csrc/autograd/variable.h>

#include <algorithm>
#include <cmath>

using namespace gandsl;

namespace {

constexpr int64_t slice_length = 16384;

// Calls update(index, begin, end) for slices that cover every tensor.
template <typename Update>
void for_slices(const std::vector<int64_t>& lengths, const Update& update) {
    struct Slice {
        size_t index;
        int64_t begin, end;
    };
    std::vector<Slice> slices;
    for (size_t i = 0; i < lengths.size(); i++) {
        for (int64_t begin = 0; begin < lengths[i]; begin += slice_length) {
            slices.push_back({i, begin, std::min(begin + slice_length, lengths[i])});
        }
    }
    at::parallel_for(0, static_cast<int64_t>(slices.size()), 4, [&](int64_t first, int64_t last) {
        for (auto i = first; i < last; i++) {
            update(slices[i].index, slices[i].begin, slices[i].end);
        }
    });
}

// Whether all of them lie in the processor's memory, element beside element, and are of one type that is computed with.
bool is_plain(std::initializer_list<at::Tensor> tensors) {
    const auto& first = *tensors.begin();
    return (first.scalar_type() == at::kFloat || first.scalar_type() == at::kDouble) &&
        std::all_of(tensors.begin(), tensors.end(), [&](const at::Tensor& tensor) {
            return !tensor.defined() ||
                (tensor.device().is_cpu() && tensor.scalar_type() == first.scalar_type() && tensor.is_contiguous() &&
                    tensor.numel() == first.numel());
        });
}

// --- Adam ---------------------------------------------------------------------

struct AdamParameter {
    at::Tensor parameter, gradient, mean, square, largest;
    double step_size, eps;
};

template <typename T>
struct AdamNumbers {
    T share_of_gradient, share_of_square, kept_of_square, step_size, eps, added_decay, kept_of_parameter, sign;
};

template <typename T>
inline __attribute__((always_inline)) void adam_slice(
    T* __restrict parameter, const T* __restrict gradient, T* __restrict mean, T* __restrict square,
    T* __restrict largest, int64_t count, const AdamNumbers<T>& numbers) {
    const auto n = numbers;
    const auto step = [&](int64_t i, T second) {
        parameter[i] -= n.step_size * mean[i] / (std::sqrt(second) + n.eps);
    };
    for (int64_t i = 0; i < count; i++) {
        parameter[i] *= n.kept_of_parameter;
        const T g = n.sign * gradient[i] + n.added_decay * parameter[i];
        mean[i] += n.share_of_gradient * (g - mean[i]);
        square[i] = n.kept_of_square * square[i] + n.share_of_square * g * g;
        if (largest == nullptr) {
            step(i, square[i]);
        } else {
            largest[i] = std::max(largest[i], square[i]);
            step(i, largest[i]);
        }
    }
}

FOR_EVERY_VECTOR_WIDTH void adam_floats(
    float* parameter, const float* gradient, float* mean, float* square, float* largest, int64_t count,
    const AdamNumbers<float>& numbers) {
    if (largest == nullptr) {
        adam_slice<float>(parameter, gradient, mean, square, nullptr, count, numbers);
    } else {
        adam_slice(parameter, gradient, mean, square, largest, count, numbers);
    }
}

FOR_EVERY_VECTOR_WIDTH void adam_doubles(
    double* parameter, const double* gradient, double* mean, double* square, double* largest, int64_t count,
    const AdamNumbers<double>& numbers) {
    if (largest == nullptr) {
        adam_slice<double>(parameter, gradient, mean, square, nullptr, count, numbers);
    } else {
        adam_slice(parameter, gradient, mean, square, largest, count, numbers);
    }
}

template <typename T, typename Kernel>
void adam_part(const AdamParameter& all, int64_t begin, int64_t end, const GanAdamOptions& options, Kernel kernel) {
    const double decoupled = options.decoupled != 0 ? options.learning_rate * options.weight_decay : 0;
    const double added = options.decoupled != 0 ? 0 : options.weight_decay;
    const AdamNumbers<T> numbers{static_cast<T>(1 - options.beta1), static_cast<T>(1 - options.beta2),
        static_cast<T>(options.beta2), static_cast<T>(all.step_size), static_cast<T>(all.eps), static_cast<T>(added),
        static_cast<T>(1 - decoupled), static_cast<T>(options.maximize != 0 ? -1 : 1)};
    kernel(all.parameter.data_ptr<T>() + begin, all.gradient.data_ptr<T>() + begin, all.mean.data_ptr<T>() + begin,
        all.square.data_ptr<T>() + begin, all.largest.defined() ? all.largest.data_ptr<T>() + begin : nullptr,
        end - begin, numbers);
}

void adam_by_operators(const AdamParameter& all, const GanAdamOptions& options) {
    auto gradient = options.maximize != 0 ? all.gradient.neg() : all.gradient;
    if (options.weight_decay != 0) {
        if (options.decoupled != 0) {
            all.parameter.mul_(1 - options.learning_rate * options.weight_decay);
        } else {
            gradient = gradient.add(all.parameter, options.weight_decay);
        }
    }
    all.mean.lerp_(gradient, 1 - options.beta1);
    all.square.mul_(options.beta2).addcmul_(gradient, gradient, 1 - options.beta2);
    auto second = all.square;
    if (all.largest.defined()) {
        all.largest.clamp_min_(all.square);
        second = all.largest;
    }
    all.parameter.addcdiv_(all.mean, second.sqrt().add_(all.eps), -all.step_size);
}

// --- gradient descent -----------------------------------------------------------

struct SgdParameter {
    at::Tensor parameter, gradient, momentum;
    bool is_first; // the gradient enters the momentum in full
};

template <typename T>
inline __attribute__((always_inline)) void sgd_slice(
    T* __restrict parameter, const T* __restrict gradient, T* __restrict momentum, int64_t count,
    const GanSgdOptions& options, bool is_first) {
    const T sign = options.maximize != 0 ? -1 : 1, decay = options.weight_decay, rate = options.learning_rate;
    const T kept = is_first ? 0 : options.momentum, entering = is_first ? 1 : 1 - options.dampening;
    const T ahead = options.momentum, own = options.nesterov != 0 ? 1 : 0, of_momentum = options.nesterov != 0 ? ahead : 1;
    for (int64_t i = 0; i < count; i++) {
        const T g = sign * gradient[i] + decay * parameter[i];
        if (momentum == nullptr) {
            parameter[i] -= rate * g;
        } else {
            momentum[i] = kept * momentum[i] + entering * g;
            parameter[i] -= rate * (own * g + of_momentum * momentum[i]);
        }
    }
}

FOR_EVERY_VECTOR_WIDTH void sgd_floats(
    float* parameter, const float* gradient, float* momentum, int64_t count, const GanSgdOptions& options,
    bool is_first) {
    if (momentum == nullptr) {
        sgd_slice<float>(parameter, gradient, nullptr, count, options, is_first);
    } else {
        sgd_slice(parameter, gradient, momentum, count, options, is_first);
    }
}

FOR_EVERY_VECTOR_WIDTH void sgd_doubles(
    double* parameter, const double* gradient, double* momentum, int64_t count, const GanSgdOptions& options,
    bool is_first) {
    if (momentum == nullptr) {
        sgd_slice<double>(parameter, gradient, nullptr, count, options, is_first);
    } else {
        sgd_slice(parameter, gradient, momentum, count, options, is_first);
    }
}

template <typename T, typename Kernel>
void sgd_part(const SgdParameter& all, int64_t begin, int64_t end, const GanSgdOptions& options, Kernel kernel) {
    kernel(all.parameter.data_ptr<T>() + begin, all.gradient.data_ptr<T>() + begin,
        all.momentum.defined() ? all.momentum.data_ptr<T>() + begin : nullptr, end - begin, options, all.is_first);
}

void sgd_by_operators(const SgdParameter& all, const GanSgdOptions& options) {
    auto gradient = options.maximize != 0 ? all.gradient.neg() : all.gradient;
    if (options.weight_decay != 0) {
        gradient = gradient.add(all.parameter, options.weight_decay);
    }
    if (all.momentum.defined()) {
        if (all.is_first) {
            all.momentum.copy_(gradient);
        } else {
            all.momentum.mul_(options.momentum).add_(gradient, 1 - options.dampening);
        }
        gradient = options.nesterov != 0 ? gradient.add(all.momentum, options.momentum) : all.momentum;
    }
    all.parameter.add_(gradient, -options.learning_rate);
}

// --- both -------------------------------------------------------------------------

// Updates plain parameters slice by slice and the others one after the other.
template <typename Parameter, typename IsPlain, typename Part, typename ByOperators>
void update_all(
    const std::vector<Parameter>& parameters, const IsPlain& plain, const Part& part, const ByOperators& by_operators) {
    std::vector<int64_t> lengths;
    for (const auto& all : parameters) {
        const auto is_sliced = plain(all);
        lengths.push_back(is_sliced ? all.parameter.numel() : 0);
        if (!is_sliced) {
            by_operators(all);
        }
    }
    for_slices(lengths, [&](size_t i, int64_t begin, int64_t end) { part(parameters[i], begin, end); });
    for (const auto& all : parameters) {
        // A graph that still holds the old values must notice.
        torch::autograd::impl::bump_version(all.parameter);
    }
}

} // namespace

GanStatus gandsl_adam(GanAdamState* states, int32_t count, const GanAdamOptions* options) {
    return guard([&] {
        require(options != nullptr && count >= 0 && (count == 0 || states != nullptr),
            "gandsl_adam needs options and a state for each parameter.");
        const at::NoGradGuard no_grad;
        std::vector<AdamParameter> parameters;
        for (int32_t i = 0; i < count; i++) {
            auto& state = states[i];
            const auto parameter = borrow(state.parameter);
            const auto& gradient = parameter.grad();
            if (!gradient.defined()) {
                continue;
            }
            const auto step = static_cast<double>(++state.step);
            // The correction of the root, √(1 - β₂ᵗ), goes into ε and the step instead of a pass over the parameter.
            const auto correction = std::sqrt(1 - std::pow(options->beta2, step));
            parameters.push_back({parameter, gradient, borrow(state.exp_avg), borrow(state.exp_avg_sq),
                borrow_or_undefined(state.max_exp_avg_sq),
                options->learning_rate * correction / (1 - std::pow(options->beta1, step)), options->eps * correction});
        }
        update_all(
            parameters,
            [](const AdamParameter& all) {
                return is_plain({all.parameter, all.gradient, all.mean, all.square, all.largest});
            },
            [&](const AdamParameter& all, int64_t begin, int64_t end) {
                all.parameter.scalar_type() == at::kFloat ? adam_part<float>(all, begin, end, *options, adam_floats)
                                                          : adam_part<double>(all, begin, end, *options, adam_doubles);
            },
            [&](const AdamParameter& all) { adam_by_operators(all, *options); });
    });
}

GanStatus gandsl_sgd(GanSgdState* states, int32_t count, const GanSgdOptions* options) {
    return guard([&] {
        require(options != nullptr && count >= 0 && (count == 0 || states != nullptr),
            "gandsl_sgd needs options and a state for each parameter.");
        const at::NoGradGuard no_grad;
        std::vector<SgdParameter> parameters;
        for (int32_t i = 0; i < count; i++) {
            auto& state = states[i];
            const auto parameter = borrow(state.parameter);
            const auto& gradient = parameter.grad();
            if (!gradient.defined()) {
                continue;
            }
            const auto is_first = state.momentum_buffer == nullptr;
            if (is_first && options->momentum != 0) {
                state.momentum_buffer = release(at::zeros_like(parameter));
            }
            parameters.push_back({parameter, gradient,
                options->momentum == 0 ? at::Tensor() : borrow(state.momentum_buffer), is_first});
        }
        update_all(
            parameters,
            [](const SgdParameter& all) { return is_plain({all.parameter, all.gradient, all.momentum}); },
            [&](const SgdParameter& all, int64_t begin, int64_t end) {
                all.parameter.scalar_type() == at::kFloat ? sgd_part<float>(all, begin, end, *options, sgd_floats)
                                                          : sgd_part<double>(all, begin, end, *options, sgd_doubles);
            },
            [&](const SgdParameter& all) { sgd_by_operators(all, *options); });
    });
}
