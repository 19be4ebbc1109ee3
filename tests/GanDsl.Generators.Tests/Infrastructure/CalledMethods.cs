using System.Reflection;
using System.Reflection.Emit;

namespace GanDsl.Generators.Tests.Infrastructure;

/// <summary>Which methods a method calls, read from its compiled code.</summary>
internal static class CalledMethods
{
    private const BindingFlags Declared =
        BindingFlags.Static
        | BindingFlags.Instance
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(instruction => instruction.Value);

    /// <summary>All methods and constructors of an assembly, those that the compiler makes of lambdas and iterators, too.</summary>
    public static IEnumerable<MethodBase> In(Assembly assembly) =>
        assembly
            .GetTypes()
            .SelectMany(type => type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared)));

    /// <summary>The methods that the body of a method names, as they were declared: of a generic one the definition.</summary>
    public static IEnumerable<MethodBase> Of(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        for (var place = 0; place < code.Length; )
        {
            var isLong = code[place] == 0xFE;
            var instruction = Instructions[isLong ? (short)(0xFE00 | code[place + 1]) : code[place]];
            place += instruction.Size;
            if (instruction.OperandType is OperandType.InlineMethod)
            {
                yield return Declaration(method, BitConverter.ToInt32(code, place));
            }

            place += OperandSize(instruction.OperandType, code, place);
        }
    }

    private static MethodBase Declaration(MethodBase caller, int token)
    {
        var typeArguments = caller.DeclaringType!.GetGenericArguments();
        var arguments = caller.IsGenericMethod ? caller.GetGenericArguments() : [];
        var called = caller.Module.ResolveMethod(token, typeArguments, arguments)!;

        // Those of arrays, which the runtime makes, have no declaration.
        var isDeclared = (called.MetadataToken & 0xFFFFFF) != 0;
        return isDeclared ? called.Module.ResolveMethod(called.MetadataToken)! : called;
    }

    private static int OperandSize(OperandType type, byte[] code, int place) =>
        type switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, place)),
            _ => 4,
        };
}
