using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The binary cross-entropy of logits (PyTorch: <c>F.binary_cross_entropy_with_logits</c>).</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="weight">The weight of each element, or null.</param>
            /// <param name="reduction">What to return of the losses of all elements.</param>
            /// <param name="pos_weights">The weight of positive targets, or null.</param>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean,
                Tensor? pos_weights = null
            ) => Aten.bce_logits.Call(input, target, weight, pos_weights, (long)reduction);

            /// <summary>The binary cross-entropy of probabilities (PyTorch: <c>F.binary_cross_entropy</c>).</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="weight">The weight of each element, or null.</param>
            /// <param name="reduction">What to return of the losses of all elements.</param>
            public static Tensor binary_cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean
            ) => Aten.bce.Call(input, target, weight, (long)reduction);

            /// <summary>The squared difference (PyTorch: <c>F.mse_loss</c>).</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="reduction">What to return of the losses of all elements.</param>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.mse_loss.Call(input, target, (long)reduction);

            /// <summary>The absolute difference (PyTorch: <c>F.l1_loss</c>).</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="reduction">What to return of the losses of all elements.</param>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.l1_loss.Call(input, target, (long)reduction);

            /// <summary>The squared difference below beta, the absolute difference above (PyTorch: <c>F.smooth_l1_loss</c>).</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="reduction">What to return of the losses of all elements.</param>
            /// <param name="beta">Where the two meet.</param>
            public static Tensor smooth_l1_loss(
                Tensor input,
                Tensor target,
                Reduction reduction = Reduction.Mean,
                double beta = 1.0
            ) => Aten.smooth_l1_loss.Call(input, target, (long)reduction, beta);

            /// <summary>The squared difference below delta, a linear one above (PyTorch: <c>F.huber_loss</c>).</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="delta">Where the two meet.</param>
            /// <param name="reduction">What to return of the losses of all elements.</param>
            public static Tensor huber_loss(
                Tensor input,
                Tensor target,
                double delta = 1.0,
                Reduction reduction = Reduction.Mean
            ) => Aten.huber_loss.Call(input, target, (long)reduction, delta);

            /// <summary>The cross-entropy of logits and classes (PyTorch: <c>F.cross_entropy</c>).</summary>
            /// <param name="input">Logits [N, classes, …].</param>
            /// <param name="target">Class numbers [N, …], or probabilities in the shape of the input.</param>
            /// <param name="weight">[classes], or null.</param>
            /// <param name="ignore_index">The class number that counts for nothing.</param>
            /// <param name="reduction">What to return of the losses of all elements.</param>
            /// <param name="label_smoothing">How much of the target to spread over all classes, from 0 to 1.</param>
            public static Tensor cross_entropy(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                long ignore_index = -100,
                Reduction reduction = Reduction.Mean,
                double label_smoothing = 0.0
            ) => Aten.cross_entropy_loss.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <summary>The negative log-likelihood of classes (PyTorch: <c>F.nll_loss</c>).</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="weight">[classes], or null.</param>
            /// <param name="reduction">What to return of the losses of all elements.</param>
            public static Tensor nll_loss(
                Tensor input,
                Tensor target,
                Tensor? weight = null,
                Reduction reduction = Reduction.Mean
            ) => Aten.nll_loss.Call(input, target, weight, (long)reduction);

            /// <summary>The Kullback-Leibler divergence of log-probabilities (PyTorch: <c>F.kl_div</c>).</summary>
            /// <param name="input">The prediction.</param>
            /// <param name="target">What it should be.</param>
            /// <param name="log_target">Whether the target is log-probabilities too.</param>
            /// <param name="reduction">What to return of the losses of all elements.</param>
            public static Tensor kl_div(
                Tensor input,
                Tensor target,
                bool log_target = true,
                Reduction reduction = Reduction.Mean
            ) => Aten.kl_div.Call(input, target, (long)reduction, log_target);
        }
    }
}
