using System.Runtime.InteropServices;

namespace Mlj.Benchmarks.Processes;

/// <summary>What Linux knows about the children of this process that have ended.</summary>
internal static partial class Kernel
{
    private const int Children = -1;

    /// <summary>Seconds of processor time of all children, and the most memory that any of them had, in bytes.</summary>
    public static (double User, double Kernel, long Peak) UsageOfChildren()
    {
        if (GetUsage(Children, out var usage) != 0)
            throw new InvalidOperationException($"getrusage failed with error {Marshal.GetLastPInvokeError()}.");
        return (usage.UserSeconds + usage.UserMicroseconds / 1e6, usage.KernelSeconds + usage.KernelMicroseconds / 1e6, usage.MaxResidentKilobytes * 1024);
    }

    [LibraryImport("libc", EntryPoint = "getrusage", SetLastError = true)]
    private static partial int GetUsage(int who, out ResourceUsage usage);

    /// <summary>struct rusage of 64-bit Linux.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long KernelSeconds;
        public long KernelMicroseconds;
        public long MaxResidentKilobytes;
    }
}
