using GanDsl.Generators.Models;
using GanDsl.Generators.Parsing;

namespace GanDsl.Generators.Rules;

/// <summary>No member that the user wrote into a GAN or a network meets one that is generated there.</summary>
internal static class MemberNames
{
    /// <summary>Asked last, since it looks at what would be emitted.</summary>
    public static IEnumerable<Problem> Problems(GanDeclaration declaration, GanModel model, bool hasCommandLine)
    {
        DeclaredClass[] classes =
        [
            declaration.Class,
            .. new[] { declaration.Generator, declaration.Discriminator }
                .OfType<NetworkDeclaration>()
                .Select(each => each.Class),
        ];
        var members = classes.ToDictionary(each => each, each => each.Members);
        if (members.Values.All(own => own.Count == 0))
        {
            return [];
        }

        var emitted = EmittedMember.Of(model, hasCommandLine);
        return classes.SelectMany(type =>
            members[type].SelectMany(own => Problems(type, own, emitted[type.Identifier], type == declaration.Class))
        );
    }

    private static IEnumerable<Problem> Problems(
        DeclaredClass type,
        DeclaredMember own,
        IEnumerable<EmittedMember> emitted,
        bool isGan
    )
    {
        if (emitted.FirstOrDefault(each => Meets(own, each)) is { } generated)
        {
            yield return new(
                Rule.TakenMember,
                own.Location,
                $"{type.Name} has a {own.Kind} {own.Text} of yours, but the {generated.Kind} {generated.Text} is generated for it; "
                    + Advice(own, generated)
            );
        }
        else if (isGan && own is { IsConstructor: true, CallsOther: false })
        {
            yield return new(
                Rule.TakenMember,
                own.Location,
                $"the constructor {own.Text} of {type.Name} leaves out the generated one, which makes the networks; begin it with "
                    + $"': this(new Options())', or with options of yours"
            );
        }
    }

    /// <summary>Methods and constructors share a name where their parameters differ, and parts of a type are one type.</summary>
    private static bool Meets(DeclaredMember own, EmittedMember generated) =>
        own.Name == generated.Name
        && own.IsConstructor == (generated.Kind == "constructor")
        && !(own.IsPartialType && generated.IsPartialType)
        && (
            own.Parameters is null || generated.Parameters is null || own.Parameters.SequenceEqual(generated.Parameters)
        );

    private static string Advice(DeclaredMember own, EmittedMember generated) =>
        own.IsConstructor ? "leave yours out, or give it other parameters"
        : own.Parameters is not null && generated.Parameters is not null ? "give yours another name or other parameters"
        : "give yours another name";
}
