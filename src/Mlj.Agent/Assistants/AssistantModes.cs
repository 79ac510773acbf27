using System.Text.Json;

namespace Mlj.Agent.Assistants;

/// <summary>The names of the modes on the wire.</summary>
public static class AssistantModes
{
    /// <summary>The name on the wire.</summary>
    public static string Name(this AssistantMode mode) => JsonNamingPolicy.SnakeCaseLower.ConvertName(mode.ToString());

    /// <summary>The mode of this name, written exactly so.</summary>
    /// <returns>Whether there is one; otherwise whoever asked stays in the mode they are in.</returns>
    public static bool TryRead(string? name, out AssistantMode mode)
    {
        foreach (var each in Enum.GetValues<AssistantMode>())
            if (each.Name() == name)
            {
                mode = each;
                return true;
            }
        mode = default;
        return false;
    }
}
