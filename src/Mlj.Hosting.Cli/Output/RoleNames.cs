using System.Text.Json;
using Mlj.Recognition;

namespace Mlj.Hosting.Cli.Output;

/// <summary>The roles of columns as they are named on the wire.</summary>
internal static class RoleNames
{
    public static string Of(SourceColumnRole role) => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());
}
