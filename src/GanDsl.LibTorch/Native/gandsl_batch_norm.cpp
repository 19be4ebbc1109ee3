// Batch normalisation of maps while training, a channel at a time: its statistics and what is made of them are computed while the
// channel is in the cache, in whole vectors. libtorch's own goes through it number by number, about four times slower.

#include "gandsl_torch.h"

#include "gandsl_guard.h"
#include "gandsl_values.h"
#include "gandsl_vectors.h"

#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/batch_norm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/native_batch_norm_backward.h>
#include <ATen/ops/ones_like.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <cmath>

using namespace gandsl;

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr int64_t lanes = 16;

// The values of one channel: `examples` rows of `length`, `step` apart.
struct Channel {
    int64_t examples, length, step;
};

// Σ term(i) over a row. Each lane adds up its own share, so that the compiler can keep them in one vector, and hands it over
// before it has grown so large that terms lose their digits.
template <typename Term>
inline __attribute__((always_inline)) double sum_of_row(int64_t length, const Term& term) {
    double totals[lanes] = {};
    int64_t i = 0;
    while (i + lanes <= length) {
        float shares[lanes] = {};
        const auto last = std::min(length, i + 16 * lanes) - lanes;
        for (; i <= last; i += lanes) {
            for (int64_t lane = 0; lane < lanes; lane++) {
                shares[lane] += term(i + lane);
            }
        }
        for (int64_t lane = 0; lane < lanes; lane++) {
            totals[lane] += shares[lane];
        }
    }
    double sum = 0;
    for (const auto total : totals) {
        sum += total;
    }
    for (; i < length; i++) {
        sum += term(i);
    }
    return sum;
}

FOR_EVERY_VECTOR_WIDTH double sum(const float* values, const Channel& channel) {
    double sum = 0;
    for (int64_t n = 0; n < channel.examples; n++) {
        const auto* row = values + n * channel.step;
        sum += sum_of_row(channel.length, [=](int64_t i) { return row[i]; });
    }
    return sum;
}

FOR_EVERY_VECTOR_WIDTH double sum_of_squares(const float* values, float mean, const Channel& channel) {
    double sum = 0;
    for (int64_t n = 0; n < channel.examples; n++) {
        const auto* row = values + n * channel.step;
        sum += sum_of_row(channel.length, [=](int64_t i) { return (row[i] - mean) * (row[i] - mean); });
    }
    return sum;
}

FOR_EVERY_VECTOR_WIDTH double sum_of_products(
    const float* gradients, const float* values, float mean, const Channel& channel) {
    double sum = 0;
    for (int64_t n = 0; n < channel.examples; n++) {
        const auto *gradient = gradients + n * channel.step, *row = values + n * channel.step;
        sum += sum_of_row(channel.length, [=](int64_t i) { return gradient[i] * (row[i] - mean); });
    }
    return sum;
}

// The mean is subtracted before anything is rounded: it may be large against the deviation.
FOR_EVERY_VECTOR_WIDTH void scale_and_shift(
    const float* values, float* results, float mean, float scale, float shift, const Channel& channel) {
    for (int64_t n = 0; n < channel.examples; n++) {
        const float* __restrict row = values + n * channel.step;
        float* __restrict result = results + n * channel.step;
        for (int64_t i = 0; i < channel.length; i++) {
            result[i] = (row[i] - mean) * scale + shift;
        }
    }
}

FOR_EVERY_VECTOR_WIDTH void to_input(
    const float* gradients, const float* values, float* results, float mean, float mean_of_gradients, float projection,
    float scale, const Channel& channel) {
    for (int64_t n = 0; n < channel.examples; n++) {
        const float* __restrict gradient = gradients + n * channel.step;
        const float* __restrict row = values + n * channel.step;
        float* __restrict result = results + n * channel.step;
        for (int64_t i = 0; i < channel.length; i++) {
            result[i] = (gradient[i] - mean_of_gradients - (row[i] - mean) * projection) * scale;
        }
    }
}

// Calls body(channel index, its values, how many they are) for every channel.
template <typename Body>
void for_channels(const at::Tensor& input, const Body& body) {
    const auto channels = input.size(1), length = input.numel() / (input.size(0) * channels);
    const Channel channel{input.size(0), length, channels * length};
    const auto count = static_cast<double>(channel.examples * length);
    at::parallel_for(0, channels, std::max<int64_t>(1, 32768 / (channel.examples * length)),
        [&](int64_t begin, int64_t end) {
            for (auto c = begin; c < end; c++) {
                body(c, c * length, channel, count);
            }
        });
}

struct BatchNorm : torch::autograd::Function<BatchNorm> {
    static at::Tensor forward(
        AutogradContext* context, const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias,
        const OptionalTensor& running_mean, const OptionalTensor& running_var, double momentum, double eps) {
        const auto channels = input.size(1);
        auto output = at::empty_like(input);
        auto means = at::empty({channels}, input.options()), inverses = at::empty({channels}, input.options());
        const auto *x = input.data_ptr<float>(), *scales = weight.data_ptr<float>(), *shifts = bias.data_ptr<float>();
        auto *y = output.data_ptr<float>(), *mean = means.data_ptr<float>(), *inverse = inverses.data_ptr<float>();
        auto* running_means = running_mean.has_value() ? running_mean->data_ptr<float>() : nullptr;
        auto* running_vars = running_var.has_value() ? running_var->data_ptr<float>() : nullptr;
        for_channels(input, [&](int64_t c, int64_t begin, const Channel& channel, double count) {
            const auto exact_mean = sum(x + begin, channel) / count;
            mean[c] = static_cast<float>(exact_mean);
            const auto squares = sum_of_squares(x + begin, mean[c], channel);
            inverse[c] = static_cast<float>(1 / std::sqrt(squares / count + eps));
            const auto scale = inverse[c] * scales[c];
            const auto shift = static_cast<float>(shifts[c] + (mean[c] - exact_mean) * scale);
            scale_and_shift(x + begin, y + begin, mean[c], scale, shift, channel);
            if (running_means != nullptr) {
                running_means[c] = static_cast<float>(momentum * mean[c] + (1 - momentum) * running_means[c]);
            }
            if (running_vars != nullptr) {
                running_vars[c] = static_cast<float>(momentum * squares / (count - 1) + (1 - momentum) * running_vars[c]);
            }
        });
        // What no gradient needs holds no memory, and may change.
        const auto to_input = input.requires_grad();
        context->save_for_backward({to_input || weight.requires_grad() ? input : at::Tensor(),
            to_input ? weight : at::Tensor(), means, inverses});
        context->saved_data["eps"] = eps;
        return output;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto &input = saved[0], &weight = saved[1], &means = saved[2], &inverses = saved[3];
        const auto needs_input = context->needs_input_grad(0), needs_weight = context->needs_input_grad(1);
        const auto needs_bias = context->needs_input_grad(2);
        const at::Tensor none;
        if (!needs_input && !needs_weight) {
            return {none, none, needs_bias ? sum_of_channels(gradients[0]) : none, none, none, none, none};
        }
        if (at::GradMode::is_enabled()) {
            // To be differentiated again: by the operator that can be. It needs a weight even where no gradient does.
            const auto found = at::native_batch_norm_backward(gradients[0], input,
                weight.defined() ? weight : at::ones_like(means), {}, {}, means, inverses, true,
                context->saved_data["eps"].toDouble(), {needs_input, needs_weight, needs_bias});
            return {std::get<0>(found), std::get<1>(found), std::get<2>(found), none, none, none, none};
        }
        const auto gradient = gradients[0].contiguous();
        auto input_gradient = needs_input ? at::empty_like(input) : none;
        auto weight_gradient = at::empty_like(means), bias_gradient = at::empty_like(means);
        const auto *dy = gradient.data_ptr<float>(), *x = input.data_ptr<float>();
        const auto *mean = means.data_ptr<float>(), *inverse = inverses.data_ptr<float>();
        const auto* scales = needs_input ? weight.data_ptr<float>() : nullptr;
        auto* dx = needs_input ? input_gradient.data_ptr<float>() : nullptr;
        auto *to_weight = weight_gradient.data_ptr<float>(), *to_bias = bias_gradient.data_ptr<float>();
        for_channels(input, [&](int64_t c, int64_t begin, const Channel& channel, double count) {
            const auto total = sum(dy + begin, channel);
            const auto product = sum_of_products(dy + begin, x + begin, mean[c], channel);
            to_bias[c] = static_cast<float>(total);
            to_weight[c] = static_cast<float>(product * inverse[c]);
            if (dx != nullptr) {
                to_input(dy + begin, x + begin, dx + begin, mean[c], static_cast<float>(total / count),
                    static_cast<float>(product * inverse[c] * inverse[c] / count), inverse[c] * scales[c], channel);
            }
        });
        return {input_gradient, needs_weight ? weight_gradient : none, needs_bias ? bias_gradient : none, none, none, none,
            none};
    }
};

bool is_fixed(const OptionalTensor& tensor) {
    return !tensor.has_value() || !tensor->requires_grad();
}

bool is_float_vector(const OptionalTensor& tensor, int64_t length) {
    return tensor.has_value() && tensor->device().is_cpu() && tensor->scalar_type() == at::kFloat &&
        tensor->is_contiguous() && tensor->dim() == 1 && tensor->size(0) == length;
}

// Maps, whose channels have rows worth a vector; the others are libtorch's, as are statistics with a gradient: it refuses them.
bool is_for_channels(
    const at::Tensor& input, const OptionalTensor& weight, const OptionalTensor& bias, const OptionalTensor& mean,
    const OptionalTensor& variance, bool training) {
    if (!training || !input.device().is_cpu() || input.scalar_type() != at::kFloat || input.dim() < 3 ||
        !input.is_contiguous() || input.numel() == 0 || !is_fixed(mean) || !is_fixed(variance)) {
        return false;
    }
    const auto channels = input.size(1);
    return input.numel() / (input.size(0) * channels) >= lanes && is_float_vector(weight, channels) &&
        is_float_vector(bias, channels) && (!mean.has_value() || is_float_vector(mean, channels)) &&
        (!variance.has_value() || is_float_vector(variance, channels));
}

at::Tensor normalize(
    const at::Tensor& input, const OptionalTensor& weight, const OptionalTensor& bias, const OptionalTensor& mean,
    const OptionalTensor& variance, bool training, double momentum, double eps) {
    if (!is_for_channels(input, weight, bias, mean, variance, training)) {
        return at::batch_norm(input, weight, bias, mean, variance, training, momentum, eps, true);
    }
    return BatchNorm::apply(input, *weight, *bias, mean, variance, momentum, eps);
}

} // namespace

GanStatus gandsl_batch_norm(
    GanTensor* input, GanTensor* weight, GanTensor* bias, GanTensor* running_mean, GanTensor* running_var,
    uint8_t training, double momentum, double eps, GanTensor** output) {
    return guard([&] {
        require(output != nullptr, "gandsl_batch_norm needs a place to write to.");
        *output = release(normalize(borrow(input), borrow_optional(weight), borrow_optional(bias), borrow_optional(running_mean),
            borrow_optional(running_var), training != 0, momentum, eps));
    });
}
