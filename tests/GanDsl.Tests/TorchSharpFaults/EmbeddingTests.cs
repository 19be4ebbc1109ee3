using TorchSharp;
using static TorchSharp.torch;

namespace GanDsl.Tests.TorchSharpFaults;

public sealed class EmbeddingTests
{
    [Fact]
    public void It_loses_its_parameter_with_the_scope_that_it_was_created_in()
    {
        TorchSharp.Modules.Embedding module;
        using (NewDisposeScope())
        {
            module = nn.Embedding(3, 2);
        }

        Mended.Unless(module.parameters().All(parameter => parameter.IsInvalid), "LabelEmbedding can be nn.Embedding.");
    }

    [Fact]
    public void So_does_a_parameter_in_a_field()
    {
        TorchSharp.Modules.Parameter parameter;
        using (NewDisposeScope())
        {
            parameter = nn.Parameter(ones(2));
        }

        Mended.Unless(parameter.IsInvalid, "OwnParameter can be nn.Parameter.");
    }
}
