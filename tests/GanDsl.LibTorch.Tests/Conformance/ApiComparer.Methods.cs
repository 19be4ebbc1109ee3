using System.Reflection;
using System.Runtime.CompilerServices;
using static GanDsl.LibTorch.Tests.Conformance.ApiLookup;

namespace GanDsl.LibTorch.Tests.Conformance;

internal sealed partial class ApiComparer
{
    private void CompareMethod(MethodBase ours, MethodBase? theirs, Type type)
    {
        var signature = TypeNames.Signature(ours);
        if (theirs is null)
        {
            Require(false, type, signature, "no such member");
            return;
        }

        Require(ours.IsStatic == theirs.IsStatic, type, signature, "is static only on one side");
        Require(!ours.IsPublic || theirs.IsPublic, type, signature, "is public only here");
        CompareOverriding(ours, theirs, type, signature);
        Require(
            ours.IsDefined(typeof(ExtensionAttribute)) == theirs.IsDefined(typeof(ExtensionAttribute)),
            type,
            signature,
            "is an extension method only on one side"
        );
        if (ours is MethodInfo our && theirs is MethodInfo their)
        {
            CompareResult(our.ReturnParameter, their.ReturnParameter, type, signature);
            CompareConstraints(our.GetGenericArguments(), their.GetGenericArguments(), type, signature);
        }

        foreach (var (mine, other) in ours.GetParameters().Zip(theirs.GetParameters()))
        {
            CompareParameter(mine, other, type, signature);
        }
    }

    private void CompareOverriding(MethodBase ours, MethodBase theirs, Type type, string signature)
    {
        var isOpen = type.GetConstructors(Declared).Any(IsVisible) && !type.IsSealed && type.IsClass;
        if (isOpen)
        {
            var (here, there) = (ours.IsVirtual && !ours.IsFinal, theirs.IsVirtual && !theirs.IsFinal);
            Require(!here || there, type, signature, "can be overridden only here");
            Require(ours.IsAbstract == theirs.IsAbstract, type, signature, "is abstract only on one side");
        }
    }

    private void CompareParameter(ParameterInfo ours, ParameterInfo theirs, Type type, string signature)
    {
        Require(ours.Name == theirs.Name, type, signature, $"parameter {ours.Name} is called {theirs.Name} there");
        Require(
            ours.IsDefined(typeof(ParamArrayAttribute)) == theirs.IsDefined(typeof(ParamArrayAttribute)),
            type,
            signature,
            $"parameter {ours.Name} is params only on one side"
        );
        Require(
            ours.HasDefaultValue == theirs.HasDefaultValue && Equals(Default(ours), Default(theirs)),
            type,
            signature,
            $"parameter {ours.Name} has default {Default(ours) ?? "none"}, there {Default(theirs) ?? "none"}"
        );

        // What is not annotated there takes null and anything else; a type parameter is as its argument is.
        var (mine, other) = (_nullability.Create(ours).WriteState, _nullability.Create(theirs).WriteState);
        Require(
            other == NullabilityState.Unknown || mine == other || IsOfGenericType(theirs),
            type,
            signature,
            $"parameter {ours.Name} is {mine}, there {other}"
        );
    }

    private void CompareResult(ParameterInfo ours, ParameterInfo theirs, Type type, string signature)
    {
        var (here, there) = (TypeNames.Of(ours.ParameterType), TypeNames.Of(theirs.ParameterType));
        Require(here == there, type, signature, $"returns {here}, there {there}");
        if (!IsOfGenericType(theirs))
        {
            CompareNullability(
                _nullability.Create(ours).ReadState,
                _nullability.Create(theirs).ReadState,
                type,
                signature
            );
        }
    }

    private static bool IsOfGenericType(ParameterInfo parameter) =>
        parameter.Member.DeclaringType!.IsConstructedGenericType;

    private void CompareNullability(NullabilityState ours, NullabilityState theirs, Type type, string member)
    {
        // Null where nobody there expects it would be a warning only here.
        var isSame = theirs == NullabilityState.Unknown ? ours != NullabilityState.Nullable : ours == theirs;
        Require(isSame, type, member, $"is {ours}, there {theirs}");
    }

    private void CompareConstraints(Type[] ours, Type[] theirs, Type type, string member)
    {
        foreach (var (mine, other) in ours.Zip(theirs).Where(pair => pair.First.IsGenericParameter))
        {
            Require(
                mine.GenericParameterAttributes == other.GenericParameterAttributes
                    && Names(mine.GetGenericParameterConstraints())
                        .SetEquals(Names(other.GetGenericParameterConstraints())),
                type,
                member,
                $"type parameter {mine.Name} has other constraints"
            );
        }
    }

    private static object? Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.RawDefaultValue : null;
}
