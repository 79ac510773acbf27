using System.Runtime.CompilerServices;

namespace Mlj.Testing.Snapshots;

/// <summary>
/// Compares a text with the one that was approved before. The approved text stands beside the test as <c>NAME.verified.txt</c>; a text that
/// differs is written there as <c>NAME.received.txt</c>, and the test fails. The files are named as the package Verify names them.
/// </summary>
/// <remarks>
/// To accept one text, rename its received file to verified. To accept all, run the tests once with the environment variable
/// <c>MLJ_ACCEPT_SNAPSHOTS=1</c>, which writes the verified files, and read the difference before it is committed.
/// </remarks>
public static class Snapshot
{
    /// <summary>The environment variable that, set to 1, accepts every text.</summary>
    public const string AcceptVariable = "MLJ_ACCEPT_SNAPSHOTS";

    /// <summary>Fails unless the text is the approved one. Line endings and empty lines at the end do not count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The files' name without extension; null for <c>TestClass.Method</c>.</param>
    /// <param name="callerFile">Filled in by the compiler.</param>
    /// <param name="callerMember">Filled in by the compiler.</param>
    public static void Match(string text, string? name = null, [CallerFilePath] string callerFile = "", [CallerMemberName] string callerMember = "")
    {
        var accept = Environment.GetEnvironmentVariable(AcceptVariable) == "1";
        SnapshotFile.Beside(callerFile, callerMember, name).Match(text, accept);
    }
}
