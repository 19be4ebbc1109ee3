using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Puts a parameter in its field and under its name, and disposes the one that was there.</summary>
            private protected void SetParameter(string name, ref Parameter? field, Parameter? value)
            {
                if (ReferenceEquals(field, value))
                {
                    return;
                }

                field?.Dispose();
                field = value;
                value?.DetachFromDisposeScope();
                ConditionallyRegisterParameter(name, value);
            }

            /// <summary>Puts a buffer in its field and under its name, and disposes the one that was there.</summary>
            private protected void SetBuffer(string name, ref Tensor? field, Tensor? value)
            {
                if (ReferenceEquals(field, value))
                {
                    return;
                }

                field?.Dispose();
                field = value;
                value?.DetachFromDisposeScope();
                ConditionallyRegisterBuffer(name, value);
            }
        }
    }
}
