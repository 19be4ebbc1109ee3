using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sets every element to a number.</summary>
        public Tensor fill_(Scalar value) => Aten.fill_.Mutate(this, value);

        /// <summary>Sets every element to 0.</summary>
        public Tensor zero_() => Aten.zero_.Mutate(this);

        /// <summary>Draws every element from a normal distribution.</summary>
        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null) =>
            Aten.normal_.Mutate(this, mean, std, generator);

        /// <summary>Draws every element evenly from [from, to).</summary>
        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            Aten.uniform_.Mutate(this, from, to, generator);

        /// <summary>1 with the probability each element gives, else 0.</summary>
        public Tensor bernoulli(Generator? generator = null) => Aten.bernoulli.Call(this, generator);

        /// <summary>Sets every element to 1 with a probability, else to 0.</summary>
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) =>
            Aten.bernoulli_.Mutate(this, p, generator);

        /// <summary>Sets every element to 1 with a probability of its own, else to 0.</summary>
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => Aten.bernoulli_p_.Mutate(this, p, generator);

        /// <summary>Draws every element from an exponential distribution.</summary>
        public Tensor exponential_(double lambda = 1.0, Generator? generator = null) =>
            Aten.exponential_.Mutate(this, lambda, generator);

        /// <summary>Draws every element evenly from the integers in [from, to).</summary>
        public Tensor random_(double from, double to, Generator? generator = null) =>
            Aten.random_.Mutate(this, (long)from, (long)to, generator);

        /// <summary>Indices drawn with the probabilities in each row.</summary>
        /// <param name="num_samples">How many from each row.</param>
        /// <param name="replacement">Whether an index can be drawn again.</param>
        /// <param name="generator">Where the numbers come from.</param>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            Aten.multinomial.Call(this, num_samples, replacement, generator);

        /// <summary>A number drawn from the Poisson distribution with each element as its rate.</summary>
        public Tensor poisson(Generator? generator = null) => Aten.poisson.Call(this, generator);
    }
}
