namespace Mlj.Architecture.Tests.Rules;

/// <summary>Which project may not refer to what. A project that does not exist yet is bound from its first day.</summary>
internal static class ProjectRules
{
    /// <summary>What people come in by.</summary>
    public static readonly IReadOnlyList<string> Doors = ["Mlj.Hosting.Web", "Mlj.Hosting.Telegram", "Mlj.Hosting.Cli"];

    /// <summary>What a door's Program.cs hangs in.</summary>
    public static readonly IReadOnlyList<string> Adapters = ["Mlj.Hosting.Data", "Mlj.Hosting.S3", "Mlj.Hosting.Quartz"];

    /// <summary>All that src may hold. A new project takes its place here, and so comes under the rules, before it is built.</summary>
    public static readonly IReadOnlyList<string> Known =
        ["Mlj.Core", "Mlj.Reports", "Mlj.Agent", "Mlj.Agent.OpenAI", "Mlj.Hosting", .. Adapters, .. Doors];

    /// <summary>All that Mlj.Core is built on, besides .NET.</summary>
    public static readonly IReadOnlyList<string> CorePackages =
        ["DocumentFormat.OpenXml", "CsvHelper", "Microsoft.Extensions.DependencyInjection.Abstractions"];

    /// <summary>The assemblies of those packages; System.IO.Packaging comes with DocumentFormat.OpenXml, and its newer versions have two.</summary>
    public static readonly IReadOnlyList<string> CoreAssemblies =
        [.. CorePackages, "DocumentFormat.OpenXml.Framework", "System.IO.Packaging"];

    private static readonly string[] Web = ["Microsoft.NET.Sdk.Web", "Microsoft.AspNetCore.*"];

    private static readonly string[] Storage =
        ["Microsoft.EntityFrameworkCore.*", "Microsoft.Data.*", "SQLitePCLRaw.*", "Npgsql.*", "Dapper.*", "AWSSDK.*", "Minio.*", "Azure.Storage.*", "StackExchange.Redis.*"];

    private static readonly string[] ModelProviders =
        ["OpenAI.*", "Azure.AI.*", "Microsoft.Extensions.AI.OpenAI", "Microsoft.Extensions.AI.AzureAIInference", "Anthropic*", "OllamaSharp.*", "Groq*", "Google.*", "Mistral*", "Mlj.Agent.OpenAI"];

    private static readonly string[] Pdf = ["QuestPDF.*", "PDFsharp*", "MigraDoc*", "iText*", "PdfPig*"];

    /// <summary>The rules, one a line.</summary>
    public static readonly IReadOnlyList<ProjectRule> All =
    [
        new("*", ["Mlj.Testing", "Mlj.Fuzzing", "Mlj.Language"]),
        new("Mlj.Core", ["Mlj.*"]),
        new("Mlj.Reports", ["Mlj.Hosting.*", "Mlj.Agent.*"]),
        new("Mlj.Agent.*", ["Mlj.Hosting.*", .. Storage]),
        new("Mlj.Agent", ModelProviders),
        new("Mlj.Hosting", [.. Web, "Telegram.*", .. Storage, "Quartz.*", .. Pdf, .. Adapters, .. Doors]),
        .. Adapters.Select(adapter => new ProjectRule(adapter, [.. Adapters, .. Doors])),
        .. Doors.Select(door => new ProjectRule(door, [.. Doors.Where(other => !Composes(door, other))])),
    ];

    /// <summary>Whether a door's Program.cs may hang in another one: the web host can run the bot (docs/decisions/0018).</summary>
    public static bool Composes(string door, string other) => (door, other) is ("Mlj.Hosting.Web", "Mlj.Hosting.Telegram");
}
