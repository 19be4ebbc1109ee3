namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        private static long[] ValuesOf((long, long)? sizes, long otherwise) =>
            sizes is var (height, width) ? [height, width] : [otherwise, otherwise];

        private static long[] ValuesOf((long, long, long)? sizes, long otherwise) =>
            sizes is var (depth, height, width) ? [depth, height, width] : [otherwise, otherwise, otherwise];
    }
}
