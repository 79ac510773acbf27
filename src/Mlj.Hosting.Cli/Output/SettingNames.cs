using System.Text.Json;
using Mlj.Values;

namespace Mlj.Hosting.Cli.Output;

/// <summary>What the settings of files are called: as options, and on the wire.</summary>
internal static class SettingNames
{
    public static string OnTheWire(FileSetting setting) => JsonNamingPolicy.SnakeCaseLower.ConvertName(setting.ToString());

    public static string Option(FileSetting setting) => setting == FileSetting.Maximum ? "--max" : "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(setting.ToString());

    /// <summary>The option with its value, as it is typed: <c>--max "Test 2.xlsx=N"</c>, where only a person knows N.</summary>
    public static string Typed(Correction correction) => correction.Setting switch
    {
        FileSetting.Maximum or FileSetting.TestNumber => $"{Option(correction.Setting)} \"{correction.File}={correction.Value ?? "N"}\"",
        _ => correction.Value is { } value ? $"{Option(correction.Setting)} {value}" : Option(correction.Setting),
    };
}
