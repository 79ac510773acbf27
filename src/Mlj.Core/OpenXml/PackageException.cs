namespace Mlj.OpenXml;

/// <summary>A package cannot be read. Who opened it knows the file's name and says so in its own words.</summary>
internal sealed class PackageException : Exception
{
    public PackageException(PackageFault fault, string what, string part = "", string limit = "", Exception? cause = null) : base(what, cause)
    {
        Fault = fault;
        Part = part;
        Limit = limit;
    }

    public PackageFault Fault { get; }

    /// <summary>The part that it is about; empty when it is about the whole package.</summary>
    public string Part { get; }

    /// <summary>The property of <see cref="PackageLimits"/> that was passed; empty for other faults.</summary>
    public string Limit { get; }
}
