using System.Reflection;
using static GanDsl.LibTorch.Tests.Conformance.ApiLookup;

namespace GanDsl.LibTorch.Tests.Conformance;

/// <summary>
/// Finds what code could use of one type and could not, or differently, of another: the first is the slice, the second
/// the original, which may have more.
/// </summary>
internal sealed partial class ApiComparer
{
    private readonly NullabilityInfoContext _nullability = new();
    private readonly List<string> _differences = [];

    public IReadOnlyList<string> Differences => _differences;

    public void Compare(Type ours, Type? theirs)
    {
        if (theirs is null)
        {
            _differences.Add($"{ours.FullName}: no such type");
            return;
        }

        CompareKind(ours, theirs);
        foreach (var member in ours.GetMembers(Declared).Where(IsVisible))
        {
            switch (member)
            {
                case MethodBase method when !IsAccessor(method):
                    CompareMethod(method, FindMethod(theirs, method), ours);
                    break;
                case PropertyInfo property:
                    CompareProperty(property, FindProperty(theirs, property), ours);
                    break;
                case FieldInfo field:
                    CompareField(field, FindInBases(theirs, type => type.GetField(field.Name, Declared)), ours);
                    break;
                case EventInfo @event:
                    Require(
                        FindInBases(theirs, type => type.GetEvent(@event.Name, Declared)) is not null,
                        ours,
                        @event.Name,
                        "no such event"
                    );
                    break;
            }
        }
    }

    private void CompareKind(Type ours, Type theirs)
    {
        Require(Kind(ours) == Kind(theirs), ours, "", $"is {Kind(ours)}, there {Kind(theirs)}");
        foreach (var @interface in Names(ours.GetInterfaces()).Except(Names(theirs.GetInterfaces())))
        {
            Require(false, ours, "", $"is {@interface} only here");
        }

        foreach (var @base in Names(Bases(ours).Skip(1)).Except(Names(Bases(theirs).Skip(1))))
        {
            Require(false, ours, "", $"derives from {@base} only here");
        }

        // Without a constructor that can be called from outside, nobody derives from a type of the slice anyway.
        var isOpen = ours.GetConstructors(Declared).Any(IsVisible) && !ours.IsSealed;
        Require(!isOpen || !theirs.IsSealed, ours, "", "can be derived from only here");
        CompareConstraints(ours.GetGenericArguments(), theirs.GetGenericArguments(), ours, "");
        if (ours.IsEnum)
        {
            Require(
                TypeNames.Of(ours.GetEnumUnderlyingType()) == TypeNames.Of(theirs.GetEnumUnderlyingType()),
                ours,
                "",
                "has another underlying type"
            );
        }
    }

    private void Require(bool isFulfilled, Type type, string member, string difference)
    {
        if (!isFulfilled)
        {
            _differences.Add($"{type.FullName}{(member.Length > 0 ? "." : "")}{member}: {difference}");
        }
    }
}
