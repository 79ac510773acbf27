using Microsoft.Playwright;
using Mlj.Testing;

namespace Mlj.Hosting.Web.Browser.Tests.Browsing;

/// <summary>A user at the page: what he does, and what the browser complained of meanwhile.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Visitor(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => Complaints.Add(error);
        page.Console += (_, message) =>
        {
            // The browser itself logs every answer of 4xx and 5xx; those are the page's to handle.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                Complaints.Add(message.Text);
        };
        page.Request += (_, request) => Hosts.Add(new Uri(request.Url).Authority);
    }

    public IPage Page { get; }

    /// <summary>Faults of scripts and breaches of the page's policy.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Every host that was spoken to.</summary>
    public HashSet<string> Hosts { get; } = [];

    public static string[] Samples => [.. Directory.GetFiles(Repository.PathOf("samples"), "*.xlsx").Order(StringComparer.Ordinal)];

    internal static async Task<Visitor> OpenAsync(IBrowserContext context)
    {
        var visitor = new Visitor(context, await context.NewPageAsync());
        await visitor.Page.GotoAsync("/");
        await visitor.Heading("From test exports to one trusted results table").WaitForAsync();
        return visitor;
    }

    /// <summary>The same user in another window of his browser. It closes with the first.</summary>
    public async Task<Visitor> OpenWindowAsync()
    {
        var window = new Visitor(_context, await _context.NewPageAsync());
        await window.Page.GotoAsync(Page.Url);
        return window;
    }

    public ILocator Button(string name, bool exact = false) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    public ILocator Room(string name) => Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Cell(int row, int column) => Page.Locator($"[data-at='{row}/{column}']");

    public ILocator Text(string text, bool exact = false) => Page.GetByText(text, new() { Exact = exact });

    /// <summary>Drops files on the zone, as from a folder's window.</summary>
    public async Task DropAsync(params (string Name, byte[] Content)[] files)
    {
        var transfer = await Page.EvaluateHandleAsync(
            """
            files => {
                const transfer = new DataTransfer();
                for (const file of files) transfer.items.add(new File([Uint8Array.from(atob(file.content), c => c.charCodeAt(0))], file.name));
                return transfer;
            }
            """,
            files.Select(file => new { name = file.Name, content = Convert.ToBase64String(file.Content) }).ToArray());
        await Page.GetByRole(AriaRole.Group, new() { Name = "Add files" }).DispatchEventAsync("drop", new { dataTransfer = transfer });
    }

    /// <summary>Drops a file of text on the zone.</summary>
    public Task DropAsync(string name, string text) => DropAsync((name, System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>Says something in words.</summary>
    public async Task SayAsync(string words)
    {
        await Page.GetByLabel("Say it in words").FillAsync(words);
        await Button("Ask", exact: true).ClickAsync();
    }

    /// <summary>Chooses files in the dialog of the system.</summary>
    public async Task ChooseAsync(params string[] paths)
    {
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Button("Choose files").ClickAsync());
        await chooser.SetFilesAsync(paths);
    }

    /// <summary>Chooses a class list, by the button that is there for the first one or for another.</summary>
    public async Task ChooseListAsync(string button, string name, string text)
    {
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Button(button).ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
    }

    public async Task AddSamplesAsync()
    {
        await Button("Try it with sample data").ClickAsync();
        await Heading("Test 5").WaitForAsync();
    }

    public async Task MakeTableAsync()
    {
        await Button("Make the table", exact: true).ClickAsync();
        await Heading("Table").WaitForAsync();
        await Cell(0, 0).WaitForAsync();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
