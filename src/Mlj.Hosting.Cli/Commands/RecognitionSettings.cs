using System.CommandLine;
using System.Globalization;
using Mlj.Hosting.Cli.Output;
using Mlj.Hosting.Cli.Shell;
using Mlj.Recognition;
using Mlj.Values;

namespace Mlj.Hosting.Cli.Commands;

/// <summary>What a user knows better than the recogniser, for all files or, as <c>FILE=VALUE</c>, for one.</summary>
internal sealed class RecognitionSettings
{
    private readonly List<(Option<string[]> Option, Func<RecognitionOptions, string, RecognitionOptions> Set)> _settings = [];

    public RecognitionSettings()
    {
        Add(FileSetting.Sheet, "The sheet with the answers.", (options, value) => options with { Sheet = value });
        Add(FileSetting.HeaderRow, "The row of the headings, from 1.", (options, value) => options with { HeaderRow = Whole("--header-row", value) });
        Add(FileSetting.NameColumn, "The column of the names, by heading or letter.", (options, value) => options with { NameColumn = value });
        Add(FileSetting.FirstNameColumn, "The column of the given names.", (options, value) => options with { FirstNameColumn = value });
        Add(FileSetting.LastNameColumn, "The column of the family names.", (options, value) => options with { LastNameColumn = value });
        Add(FileSetting.EmailColumn, "The column of the e-mail addresses.", (options, value) => options with { EmailColumn = value });
        Add(FileSetting.PhoneColumn, "The column of the telephone numbers.", (options, value) => options with { PhoneColumn = value });
        Add(FileSetting.SubmittedColumn, "The column of the submission times.", (options, value) => options with { SubmittedColumn = value });
        Add(FileSetting.ScoreColumn, "The column of the scores, in points or percent.", (options, value) => options with { ScoreColumn = value });
        Add(FileSetting.Maximum, "The most points that could be reached.", (options, value) => options with { Maximum = Points(value) });
        Add(FileSetting.TestNumber, "The test's number.", (options, value) => options with { TestNumber = Whole("--test-number", value) });
        Add(FileSetting.DecimalMark, "The decimal mark of the scores: point or comma.", (options, value) => options with { DecimalMark = Mark(value) });
    }

    public void AddTo(Command command)
    {
        foreach (var (option, _) in _settings)
            command.Add(option);
    }

    /// <summary>The settings for all files, and those for single files by name.</summary>
    public (RecognitionOptions All, IReadOnlyDictionary<string, RecognitionOptions> ByFile) Read(ParseResult parsed, IEnumerable<string> files)
    {
        var names = files.ToList();
        var all = RecognitionOptions.None;
        var byFile = new Dictionary<string, RecognitionOptions>(StringComparer.OrdinalIgnoreCase);
        foreach (var (option, set) in _settings)
            foreach (var text in parsed.GetValue(option) ?? [])
            {
                if (names.Find(name => text.Length > name.Length && text[name.Length] == '=' && text.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is { } file)
                    byFile[file] = set(byFile.GetValueOrDefault(file, RecognitionOptions.None), text[(file.Length + 1)..]);
                else if (option.Name == "--test-number" && names.Count > 1)
                    throw new UsageException($"--test-number {text}: say of which file, as in --test-number \"{names[0]}={text}\".");
                else
                    all = set(all, text);
            }
        return (all, byFile);
    }

    private void Add(FileSetting setting, string help, Func<RecognitionOptions, string, RecognitionOptions> set) =>
        _settings.Add((new Option<string[]>(SettingNames.Option(setting)) { Description = help, HelpName = "[FILE=]VALUE", Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false }, set));

    private static int Whole(string option, string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new UsageException($"{option} takes a whole number from 1, not '{value}'.");

    private static decimal Points(string value) => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new UsageException($"--max takes a number above 0, with a point as decimal mark, not '{value}'. If it is meant for one file, the part before '=' must be the file's name.");

    private static DecimalMark Mark(string value) => value.ToLowerInvariant() switch
    {
        "point" or "." => DecimalMark.Point,
        "comma" or "," => DecimalMark.Comma,
        _ => throw new UsageException($"--decimal-mark takes 'point' or 'comma', not '{value}'."),
    };
}
