using System.Reflection;
using static GanDsl.LibTorch.Tests.Conformance.ApiLookup;

namespace GanDsl.LibTorch.Tests.Conformance;

internal sealed partial class ApiComparer
{
    private void CompareProperty(PropertyInfo ours, PropertyInfo? theirs, Type type)
    {
        if (theirs is null)
        {
            Require(false, type, ours.Name, "no such property");
            return;
        }

        var (here, there) = (TypeNames.Of(ours.PropertyType), TypeNames.Of(theirs.PropertyType));
        Require(here == there, type, ours.Name, $"is {here}, there {there}");
        CompareAccessor(ours.GetMethod, theirs.GetMethod, type, $"{ours.Name}.get");
        CompareAccessor(ours.SetMethod, theirs.SetMethod, type, $"{ours.Name}.set");
        CompareNullability(_nullability.Create(ours).ReadState, _nullability.Create(theirs).ReadState, type, ours.Name);
    }

    private void CompareAccessor(MethodInfo? ours, MethodInfo? theirs, Type type, string name)
    {
        if (ours is null || !IsVisible(ours))
        {
            return;
        }

        Require(theirs is not null && IsVisible(theirs), type, name, "no such accessor");
        if (theirs is not null)
        {
            Require(ours.IsStatic == theirs.IsStatic, type, name, "is static only on one side");
            Require(!ours.IsPublic || theirs.IsPublic, type, name, "is public only here");
            CompareOverriding(ours, theirs, type, name);
        }
    }

    private void CompareField(FieldInfo ours, FieldInfo? theirs, Type type)
    {
        if (theirs is null)
        {
            Require(false, type, ours.Name, "no such field");
            return;
        }

        var (here, there) = (TypeNames.Of(ours.FieldType), TypeNames.Of(theirs.FieldType));
        Require(IsVisible(theirs), type, ours.Name, "is visible only here");
        Require(here == there, type, ours.Name, $"is {here}, there {there}");
        Require(ours.IsStatic == theirs.IsStatic, type, ours.Name, "is static only on one side");
        Require(ours.IsLiteral || !theirs.IsLiteral, type, ours.Name, "is constant only there");
        Require(!ours.IsLiteral || theirs.IsLiteral, type, ours.Name, "is constant only here");
        Require(ours.IsInitOnly || !theirs.IsInitOnly, type, ours.Name, "can be set only here");
        Require(
            !ours.IsLiteral || !theirs.IsLiteral || Equals(ours.GetRawConstantValue(), theirs.GetRawConstantValue()),
            type,
            ours.Name,
            "has another value"
        );
    }
}
