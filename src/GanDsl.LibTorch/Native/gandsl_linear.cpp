// Linear layers by oneDNN's matrix product, where libtorch was linked against a oneDNN whose symbols can be seen, as the
// distributions do: there it stands beside a BLAS that knows fewer instructions, and is about twice as fast. Elsewhere
// libtorch brings its own and the linear layer is libtorch's.

#include "gandsl_torch.h"

#include "gandsl_autocast.h"
#include "gandsl_guard.h"
#include "gandsl_values.h"

#include <ATen/Context.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>
#include <torch/csrc/autograd/custom_function.h>

// Null where there is no such symbol. Matrices are row by row; C = alpha · op(A) · op(B) + beta · C.
extern "C" __attribute__((weak)) int dnnl_sgemm(
    char transpose_a, char transpose_b, int64_t m, int64_t n, int64_t k, float alpha, const float* a, int64_t stride_a,
    const float* b, int64_t stride_b, float beta, float* c, int64_t stride_c);

using namespace gandsl;

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

at::Tensor multiply(
    const at::Tensor& left, const at::Tensor& right, bool transpose_left, bool transpose_right,
    const OptionalTensor& row = {}) {
    const auto a = left.contiguous(), b = right.contiguous();
    const auto rows = a.size(transpose_left ? 1 : 0), inner = a.size(transpose_left ? 0 : 1);
    const auto columns = b.size(transpose_right ? 0 : 1);
    auto product = at::empty({rows, columns}, a.options());
    if (row.has_value()) {
        product.copy_(row->expand({rows, columns}));
    }
    const auto status = dnnl_sgemm(transpose_left ? 'T' : 'N', transpose_right ? 'T' : 'N', rows, columns, inner, 1,
        a.data_ptr<float>(), a.size(1), b.data_ptr<float>(), b.size(1), row.has_value() ? 1 : 0,
        product.data_ptr<float>(), columns);
    TORCH_CHECK(status == 0, "oneDNN could not multiply ", a.sizes(), " by ", b.sizes(), ": status ", status, ".");
    return product;
}

// Each factor is kept for the gradient of the other alone, as libtorch does: what no gradient needs holds no memory, and may
// change.
variable_list needed_of(const at::Tensor& left, const at::Tensor& right) {
    return {right.requires_grad() ? left : at::Tensor(), left.requires_grad() ? right : at::Tensor()};
}

// op(left) · op(right). Its gradients are such products again, so it can be differentiated as often as wanted.
struct Product : torch::autograd::Function<Product> {
    static at::Tensor forward(
        AutogradContext* context, const at::Tensor& left, const at::Tensor& right, bool transpose_left,
        bool transpose_right) {
        context->save_for_backward(needed_of(left, right));
        context->saved_data["transpose_left"] = transpose_left;
        context->saved_data["transpose_right"] = transpose_right;
        return multiply(left, right, transpose_left, transpose_right);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto &left = saved[0], &right = saved[1], &gradient = gradients[0];
        const auto of_left = context->saved_data["transpose_left"].toBool();
        const auto of_right = context->saved_data["transpose_right"].toBool();
        at::Tensor to_left, to_right;
        if (context->needs_input_grad(0)) {
            to_left = of_left ? apply(right, gradient, of_right, true) : apply(gradient, right, false, !of_right);
        }
        if (context->needs_input_grad(1)) {
            to_right = of_right ? apply(gradient, left, true, of_left) : apply(left, gradient, !of_left, false);
        }
        return {to_left, to_right, at::Tensor(), at::Tensor()};
    }
};

// input · weightᵀ + bias, for matrices.
struct Linear : torch::autograd::Function<Linear> {
    static at::Tensor forward(
        AutogradContext* context, const at::Tensor& input, const at::Tensor& weight, const OptionalTensor& bias) {
        context->save_for_backward(needed_of(input, weight));
        context->saved_data["has_bias"] = bias.has_value();
        return multiply(input, weight, false, true, bias);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const auto &input = saved[0], &weight = saved[1], &gradient = gradients[0];
        at::Tensor to_input, to_weight, to_bias;
        if (context->needs_input_grad(0)) {
            to_input = Product::apply(gradient, weight, false, false);
        }
        if (context->needs_input_grad(1)) {
            to_weight = Product::apply(gradient, input, true, false);
        }
        if (context->saved_data["has_bias"].toBool() && context->needs_input_grad(2)) {
            to_bias = gradient.sum(0);
        }
        return {to_input, to_weight, to_bias};
    }
};

bool is_float_on_cpu(const at::Tensor& tensor) {
    return tensor.device().is_cpu() && tensor.scalar_type() == at::kFloat && tensor.layout() == at::kStrided;
}

bool is_for_onednn(const at::Tensor& input, const at::Tensor& weight, const OptionalTensor& bias) {
    return dnnl_sgemm != nullptr && at::globalContext().userEnabledMkldnn() && !is_autocast_on_cpu() && is_float_on_cpu(input) &&
        is_float_on_cpu(weight) && input.dim() >= 2 && weight.dim() == 2 && input.size(-1) == weight.size(1) &&
        input.numel() > 0 && weight.numel() > 0 &&
        (!bias.has_value() || (is_float_on_cpu(*bias) && bias->dim() == 1 && bias->size(0) == weight.size(0)));
}

at::Tensor apply_linear(const at::Tensor& input, const at::Tensor& weight, const OptionalTensor& bias) {
    if (!is_for_onednn(input, weight, bias)) {
        return at::linear(input, weight, bias);
    }
    if (input.dim() == 2) {
        return Linear::apply(input, weight, bias);
    }
    auto sizes = input.sizes().vec();
    sizes.back() = weight.size(0);
    return Linear::apply(input.reshape({-1, input.size(-1)}), weight, bias).view(sizes);
}

} // namespace

GanStatus gandsl_linear(GanTensor* input, GanTensor* weight, GanTensor* bias, GanTensor** output) {
    return guard([&] {
        require(output != nullptr, "gandsl_linear needs a place to write to.");
        *output = release(apply_linear(borrow(input), borrow(weight),
            borrow_optional(bias)));
    });
}
