using System.Globalization;

namespace Mlj.Fuzzing;

/// <summary>What the command line says.</summary>
internal sealed record FuzzOptions
{
    public const string Usage = "usage: Mlj.Fuzzing [--seconds N] [--executions N] [--seed S] [--format xlsx|csv|all] [--replay SEED:NUMBER] [--keep DIR]";

    /// <summary>How long to go on; 60 seconds by default.</summary>
    public int Seconds { get; private init; } = 60;

    /// <summary>How many files at most; without bound by default.</summary>
    public long Executions { get; private init; } = long.MaxValue;

    public int Seed { get; private init; } = 1;

    public FuzzFormat Format { get; private init; }

    /// <summary>The one file to make again; null for a run.</summary>
    public long? Replay { get; private init; }

    /// <summary>The folder for files of findings and replays; null for none.</summary>
    public string? Keep { get; private init; }

    /// <exception cref="FormatException">An option is unknown or lacks its value.</exception>
    public static FuzzOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new FuzzOptions();
        for (var at = 0; at < arguments.Count; at += 2)
        {
            var value = at + 1 < arguments.Count ? arguments[at + 1] : throw new FormatException($"{arguments[at]} lacks its value");
            options = arguments[at] switch
            {
                "--seconds" => options with { Seconds = Number(value) },
                "--executions" => options with { Executions = Number(value) },
                "--seed" => options with { Seed = Number(value) },
                "--format" => options with { Format = Enum.TryParse<FuzzFormat>(value, ignoreCase: true, out var format) ? format : throw new FormatException($"there is no format {value}") },
                "--replay" => value.Split(':') is [var seed, var number]
                    ? options with { Seed = Number(seed), Replay = long.Parse(number, CultureInfo.InvariantCulture) }
                    : throw new FormatException($"{value} is no SEED:NUMBER"),
                "--keep" => options with { Keep = value },
                _ => throw new FormatException($"there is no option {arguments[at]}"),
            };
        }
        return options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
