using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Training;

/// <summary>
/// The update rules in TorchScript, each of which moves all its parameters in one call. TorchSharp's own optimisers call some ten
/// operators for each parameter, and libtorch's fused kernels are not in its API.
/// </summary>
/// <remarks>
/// Arguments come in this order: learning rate, <see cref="PieceSize"/> (0: nothing is cut), parameters, gradients, state, hyperparameters. A list
/// of state that is not kept is empty. The kernels check neither shapes nor strides, and a function name that is unknown ends the process.
/// </remarks>
internal static class OptimizerScript
{
    private const string OnDevice = "_on_device";

    /// <summary>Makes one step.</summary>
    /// <param name="function">The function for a learning rate that is a number.</param>
    /// <param name="learningRate">A <see cref="Scalar"/>, or a tensor on the device of the parameters.</param>
    /// <param name="arguments">The arguments after the learning rate: scalars, arrays of tensors and truth values.</param>
    public static void Invoke(string function, object learningRate, params object[] arguments)
    {
        object[] all = [learningRate, .. arguments];
        Compiled.Unit.invoke(learningRate is Tensor ? function + OnDevice : function, all);

        // The call holds bare handles; what nobody needs after it could be collected, and freed, while it runs.
        GC.KeepAlive(all);
    }

    /// <summary>What all functions use. Parameter, gradient and state of one name lie in memory alike, without gaps.</summary>
    private static readonly string Pieces = $"""
        def cut(tensors: List[Tensor], piece: int) -> List[Tensor]:
          if piece == 0:
            return tensors
          pieces: List[Tensor] = []
          for tensor in tensors:
            if tensor.numel() % {PieceSize.ElementsOfThread} == 0:
              pieces.extend(tensor.as_strided([tensor.numel()], [1]).split(piece))
            else:
              pieces.append(tensor)
          return pieces

        def for_each_piece(steps: List[Tensor], params: List[Tensor], piece: int) -> List[Tensor]:
          if piece == 0:
            return steps
          of_pieces: List[Tensor] = []
          for i in range(len(steps)):
            for _ in cut([params[i]], piece):
              of_pieces.append(steps[i])
          return of_pieces


        """;

    private static string Functions(string suffix, string learningRate, string descend, string descendByQuotients) =>
        $"""
            def adam{suffix}(lr: {learningRate}, piece: int, params: List[Tensor], grads: List[Tensor],
                steps: List[Tensor], exp_avgs: List[Tensor], exp_avg_sqs: List[Tensor], max_exp_avg_sqs: List[Tensor],
                beta1: float, beta2: float, eps: float, weight_decay: float, amsgrad: bool):
              torch._foreach_add_(steps, 1)
              torch._fused_adam_(cut(params, piece), cut(grads, piece), cut(exp_avgs, piece), cut(exp_avg_sqs, piece),
                cut(max_exp_avg_sqs, piece), for_each_piece(steps, params, piece), lr=lr, beta1=beta1, beta2=beta2,
                weight_decay=weight_decay, eps=eps, amsgrad=amsgrad, maximize=False)

            def adamw{suffix}(lr: {learningRate}, piece: int, params: List[Tensor], grads: List[Tensor],
                steps: List[Tensor], exp_avgs: List[Tensor], exp_avg_sqs: List[Tensor], max_exp_avg_sqs: List[Tensor],
                beta1: float, beta2: float, eps: float, weight_decay: float, amsgrad: bool):
              torch._foreach_add_(steps, 1)
              torch._fused_adamw_(cut(params, piece), cut(grads, piece), cut(exp_avgs, piece), cut(exp_avg_sqs, piece),
                cut(max_exp_avg_sqs, piece), for_each_piece(steps, params, piece), lr=lr, beta1=beta1, beta2=beta2,
                weight_decay=weight_decay, eps=eps, amsgrad=amsgrad, maximize=False)

            def sgd{suffix}(lr: {learningRate}, piece: int, params: List[Tensor], grads: List[Tensor],
                steps: List[Tensor], momentum_buffers: List[Tensor],
                momentum: float, dampening: float, weight_decay: float, nesterov: bool):
              if len(steps) > 0:
                # The first gradient of a parameter enters its momentum undampened, which the kernel only knows of all at once.
                torch._foreach_add_(steps, 1)
                shares = [1.0 - dampening * (steps[i] > 1).to(grads[i].dtype) for i in range(len(steps))]
                grads = torch._foreach_mul(torch._foreach_add(grads, params, alpha=weight_decay), shares)
                weight_decay = 0.0
              torch._fused_sgd_(cut(params, piece), cut(grads, piece), cut(momentum_buffers, piece), weight_decay=weight_decay,
                momentum=momentum, lr=lr, dampening=0.0, nesterov=nesterov, maximize=False, is_first_step=False)

            def rmsprop{suffix}(lr: {learningRate}, piece: int, params: List[Tensor], grads: List[Tensor],
                square_avgs: List[Tensor], grad_avgs: List[Tensor], momentum_buffers: List[Tensor],
                alpha: float, eps: float, weight_decay: float, momentum: float):
              params, grads, square_avgs = cut(params, piece), cut(grads, piece), cut(square_avgs, piece)
              grad_avgs, momentum_buffers = cut(grad_avgs, piece), cut(momentum_buffers, piece)
              if weight_decay != 0.0:
                grads = torch._foreach_add(grads, params, alpha=weight_decay)
              torch._foreach_mul_(square_avgs, alpha)
              torch._foreach_addcmul_(square_avgs, grads, grads, 1.0 - alpha)
              variances = square_avgs
              if len(grad_avgs) > 0:
                torch._foreach_lerp_(grad_avgs, grads, 1.0 - alpha)
                # Where a gradient hardly changes, rounding can leave less than 0.
                variances = torch._foreach_addcmul(square_avgs, grad_avgs, grad_avgs, -1.0)
                torch._foreach_clamp_min_(variances, 0.0)
              denominators = torch._foreach_sqrt(variances)
              torch._foreach_add_(denominators, eps)
              if len(momentum_buffers) > 0:
                torch._foreach_mul_(momentum_buffers, momentum)
                torch._foreach_addcdiv_(momentum_buffers, grads, denominators)
                {descend}
              else:
                {descendByQuotients}


            """;

    /// <summary>Compiled before the first step, once in a process: TorchSharp never frees a unit.</summary>
    private static class Compiled
    {
        public static readonly jit.CompilationUnit Unit = jit.compile(
            Pieces
                + Functions(
                    "",
                    "float",
                    "torch._foreach_add_(params, momentum_buffers, alpha=-lr)",
                    "torch._foreach_addcdiv_(params, grads, denominators, -lr)"
                )
                + Functions(
                    OnDevice,
                    "Tensor",
                    "torch._foreach_sub_(params, torch._foreach_mul(momentum_buffers, lr))",
                    "torch._foreach_sub_(params, torch._foreach_mul(torch._foreach_div(grads, denominators), lr))"
                )
        );
    }
}
