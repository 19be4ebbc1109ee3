// Convolutions by the kernels that suit their shape.
//
// A convolution relates a large map, a small map and a weight [small channels, large channels / groups, kernel...]. Training
// needs it in three forms, and a transposed convolution is the same three with input and output exchanged:
//   gather:  large, weight -> small     the forward pass of a convolution, the gradient of a transposed one's input
//   scatter: small, weight -> large     the gradient of a convolution's input, the forward pass of a transposed one
//   weigh:   large, small  -> weight    the gradient of the weight of either
// libtorch computes a convolution with oneDNN and a transposed one, on processors, with a loop over the minibatch that is about
// three times slower. Here oneDNN does both. Only a scatter to few channels stays with the loop: oneDNN computes channels 16 at
// a time, so that one costs as much as 16.

#include "gandsl_torch.h"

#include "gandsl_autocast.h"
#include "gandsl_guard.h"
#include "gandsl_values.h"

#include <ATen/Context.h>
#include <ATen/ops/conv1d.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/conv_transpose1d.h>
#include <ATen/ops/conv_transpose2d.h>
#include <ATen/ops/conv_transpose3d.h>
#include <ATen/ops/convolution.h>
#include <ATen/ops/convolution_backward.h>
#include <ATen/ops/empty.h>
#include <torch/custom_class.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>

using namespace gandsl;

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr int64_t few_channels = 8;

struct Geometry : torch::CustomClassHolder {
    std::vector<int64_t> stride, padding, output_padding, dilation;
    int64_t groups;
    bool transposed;

    explicit Geometry(const GanConvolution& given)
        : stride(given.stride, given.stride + given.dimensions),
          padding(given.padding, given.padding + given.dimensions),
          output_padding(given.output_padding, given.output_padding + given.dimensions),
          dilation(given.dilation, given.dilation + given.dimensions),
          groups(given.groups),
          transposed(given.transposed != 0) {}

    std::vector<int64_t> none() const { return std::vector<int64_t>(stride.size(), 0); }
};

at::Tensor gather(
    const at::Tensor& large, const at::Tensor& weight, const OptionalTensor& bias, const Geometry& geometry) {
    return at::convolution(
        large, weight, bias, geometry.stride, geometry.padding, geometry.dilation, false, geometry.none(), geometry.groups);
}

// The input of a gather to `small` has one of several sizes; the transposed convolution names it by its output padding.
std::vector<int64_t> scattered_sizes(const at::Tensor& small, const at::Tensor& weight, const Geometry& geometry) {
    std::vector<int64_t> sizes{small.size(0), weight.size(1) * geometry.groups};
    for (size_t i = 0; i < geometry.stride.size(); i++) {
        sizes.push_back((small.size(i + 2) - 1) * geometry.stride[i] - 2 * geometry.padding[i] +
            geometry.dilation[i] * (weight.size(i + 2) - 1) + geometry.output_padding[i] + 1);
    }
    return sizes;
}

at::Tensor scatter(const at::Tensor& small, const at::Tensor& weight, c10::IntArrayRef sizes, const Geometry& geometry) {
    if (weight.size(1) <= few_channels) {
        auto missing = geometry;
        missing.output_padding = missing.none();
        const auto least = scattered_sizes(small, weight, missing);
        for (size_t i = 0; i < missing.output_padding.size(); i++) {
            missing.output_padding[i] = sizes[i + 2] - least[i + 2];
        }
        // The loop knows float32; a map of few channels is soon converted.
        return at::convolution(small.to(at::kFloat), weight.to(at::kFloat), {}, missing.stride, missing.padding,
            missing.dilation, true, missing.output_padding, missing.groups).to(small.scalar_type());
    }
    // Only the sizes of this one are read.
    const auto large = at::empty(sizes, small.options());
    return std::get<0>(at::convolution_backward(small, large, weight, at::OptionalIntArrayRef(), geometry.stride, geometry.padding,
        geometry.dilation, false, geometry.none(), geometry.groups, {true, false, false}));
}

at::Tensor weigh(const at::Tensor& large, const at::Tensor& small, const at::Tensor& weight, const Geometry& geometry) {
    return std::get<1>(at::convolution_backward(small, large, weight, at::OptionalIntArrayRef(), geometry.stride, geometry.padding,
        geometry.dilation, false, geometry.none(), geometry.groups, {false, true, false}));
}

at::Tensor over_channels(const at::Tensor& bias, int64_t dimensions) {
    std::vector<int64_t> sizes(dimensions, 1);
    sizes[1] = bias.numel();
    return bias.view(sizes);
}

struct Convolution : torch::autograd::Function<Convolution> {
    static at::Tensor forward(
        AutogradContext* context, const at::Tensor& input, const at::Tensor& weight, const OptionalTensor& bias,
        const c10::intrusive_ptr<Geometry>& geometry) {
        context->save_for_backward({input, weight});
        context->saved_data["geometry"] = c10::IValue::make_capsule(geometry);
        context->saved_data["has_bias"] = bias.has_value();
        if (!geometry->transposed) {
            return gather(input, weight, bias, *geometry);
        }
        auto output = scatter(input, weight, scattered_sizes(input, weight, *geometry), *geometry);
        return bias.has_value() ? output.add_(over_channels(*bias, output.dim())) : output;
    }

    // Of differentiable operators only, so that it can be differentiated again.
    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto &input = saved[0], &weight = saved[1], &gradient = gradients[0];
        const auto holder = context->saved_data["geometry"].toCapsule();
        const auto& geometry = static_cast<const Geometry&>(*holder);
        at::Tensor to_input, to_weight, to_bias;
        if (context->needs_input_grad(0)) {
            to_input = geometry.transposed ? gather(gradient, weight, {}, geometry)
                                           : scatter(gradient, weight, input.sizes(), geometry);
        }
        if (context->needs_input_grad(1)) {
            to_weight = geometry.transposed ? weigh(gradient, input, weight, geometry)
                                            : weigh(input, gradient, weight, geometry);
        }
        if (context->saved_data["has_bias"].toBool() && context->needs_input_grad(2)) {
            to_bias = sum_of_channels(gradient);
        }
        return {to_input, to_weight, to_bias, at::Tensor()};
    }
};

// Whether the three forms are those of one convolution, so that a gather from the output has the size of the input. They do
// not check that themselves: for the rest libtorch's operator computes, or refuses in its own words.
bool is_whole_transposed(
    const at::Tensor& input, const at::Tensor& weight, const OptionalTensor& bias, const Geometry& geometry) {
    if (input.size(1) != weight.size(0) || weight.size(0) % geometry.groups != 0 || weight.numel() == 0 ||
        (bias.has_value() && (bias->dim() != 1 || bias->size(0) != weight.size(1) * geometry.groups))) {
        return false;
    }
    for (size_t i = 0; i < geometry.stride.size(); i++) {
        if (geometry.stride[i] < 1 || geometry.dilation[i] < 1 || geometry.padding[i] < 0 ||
            geometry.output_padding[i] < 0 || geometry.output_padding[i] >= geometry.stride[i]) {
            return false;
        }
    }
    const auto sizes = scattered_sizes(input, weight, geometry);
    return std::all_of(sizes.begin(), sizes.end(), [](int64_t size) { return size > 0; });
}

bool is_for_onednn(
    const at::Tensor& input, const at::Tensor& weight, const OptionalTensor& bias, const Geometry& geometry) {
    return at::globalContext().userEnabledMkldnn() && at::hasMKLDNN() && input.device().is_cpu() &&
        weight.device().is_cpu() && input.scalar_type() == weight.scalar_type() &&
        (input.scalar_type() == at::kFloat || input.scalar_type() == at::kBFloat16) &&
        (!bias.has_value() || bias->scalar_type() == input.scalar_type()) && input.dim() == weight.dim() &&
        input.numel() > 0 && (!geometry.transposed || is_whole_transposed(input, weight, bias, geometry));
}

at::Tensor convolve(
    const at::Tensor& input, const at::Tensor& weight, const OptionalTensor& bias,
    const c10::intrusive_ptr<Geometry>& shape) {
    const auto& geometry = *shape;
    if (is_for_onednn(input, weight, bias, geometry)) {
        return Convolution::apply(input, weight, bias, shape);
    }
    switch (weight.dim()) {
    case 3:
        return geometry.transposed
            ? at::conv_transpose1d(input, weight, bias, geometry.stride, geometry.padding, geometry.output_padding,
                  geometry.groups, geometry.dilation)
            : at::conv1d(input, weight, bias, geometry.stride, geometry.padding, geometry.dilation, geometry.groups);
    case 4:
        return geometry.transposed
            ? at::conv_transpose2d(input, weight, bias, geometry.stride, geometry.padding, geometry.output_padding,
                  geometry.groups, geometry.dilation)
            : at::conv2d(input, weight, bias, geometry.stride, geometry.padding, geometry.dilation, geometry.groups);
    default:
        return geometry.transposed
            ? at::conv_transpose3d(input, weight, bias, geometry.stride, geometry.padding, geometry.output_padding,
                  geometry.groups, geometry.dilation)
            : at::conv3d(input, weight, bias, geometry.stride, geometry.padding, geometry.dilation, geometry.groups);
    }
}

// Under autocast the arguments are cast once, here, and what follows computes with them as they are.
at::Tensor convolve_with_autocast(
    const at::Tensor& input, const at::Tensor& weight, const OptionalTensor& bias,
    const c10::intrusive_ptr<Geometry>& shape) {
    if (!is_autocast_on_cpu() || !input.device().is_cpu()) {
        return convolve(input, weight, bias, shape);
    }
    const auto lower_input = autocast_on_cpu(input), lower_weight = autocast_on_cpu(weight);
    const auto lower_bias = bias.has_value() ? OptionalTensor(autocast_on_cpu(*bias)) : bias;
    const c10::impl::ExcludeDispatchKeyGuard cast_already(c10::DispatchKey::AutocastCPU);
    return convolve(lower_input, lower_weight, lower_bias, shape);
}

} // namespace

GanStatus gandsl_convolution(
    GanTensor* input, GanTensor* weight, GanTensor* bias, const GanConvolution* convolution, GanTensor** output) {
    return guard([&] {
        require(convolution != nullptr && output != nullptr, "gandsl_convolution needs numbers and a place to write to.");
        require(convolution->dimensions >= 1 && convolution->dimensions <= 3, "A convolution has 1, 2 or 3 dimensions.");
        // Some releases of libtorch divide by it unchecked.
        TORCH_CHECK(convolution->groups >= 1, "A convolution was given ", convolution->groups,
            " groups; it needs at least 1.");
        const auto kernels = borrow(weight);
        TORCH_CHECK(kernels.dim() == convolution->dimensions + 2, "A convolution in ", convolution->dimensions,
            " dimensions was given a weight of shape ", kernels.sizes(), "; it needs two dimensions more.");
        *output = release(convolve_with_autocast(borrow(input), kernels,
            borrow_optional(bias),
            c10::make_intrusive<Geometry>(*convolution)));
    });
}
