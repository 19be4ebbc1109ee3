namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Operator bernoulli = new("bernoulli");
    public static readonly Operator bernoulli_ = new("bernoulli_", "float");
    public static readonly Operator bernoulli_p_ = new("bernoulli_", "Tensor");
    public static readonly Operator exponential_ = new("exponential_");
    public static readonly Operator fill_ = new("fill_", "Scalar");
    public static readonly Operator multinomial = new("multinomial");
    public static readonly Operator normal_ = new("normal_");
    public static readonly Operator poisson = new("poisson");
    public static readonly Operator random_ = new("random_", "from");
    public static readonly Operator uniform_ = new("uniform_");
    public static readonly Operator zero_ = new("zero_");
}
