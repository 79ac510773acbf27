using Mlj.Agent.OpenAI;
using Mlj.Agent.Planning;
using Mlj.Hosting;
using Mlj.Hosting.Blobs;
using Mlj.Hosting.Chats;
using Mlj.Hosting.Data;
using Mlj.Hosting.Links;
using Mlj.Hosting.Sessions;
using Mlj.Hosting.Telegram;
using Mlj.Hosting.Web;
using Mlj.Hosting.Web.Endpoints;
using Mlj.Hosting.Web.OpenApi;
using Mlj.Hosting.Web.Safety;
using Mlj.Hosting.Web.Settings;

// The settings stand beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.UseAddresses();

var settings = builder.Configuration.GetSection(WebSettings.Section).Get<WebSettings>() ?? new WebSettings();
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ISessionStore>(_ => new SqliteSessionStore(Path.Combine(settings.Folder, "sessions.db")));
builder.Services.AddSingleton<IBlobStore>(_ => new FolderBlobStore(Path.Combine(settings.Folder, "files")));
builder.Services.AddSingleton(services => new Workbench(
    services.GetRequiredService<ISessionStore>(), services.GetRequiredService<IBlobStore>(), settings.Workbench, services.GetRequiredService<TimeProvider>(), services.GetService<IPlanner>()));
builder.Services.AddSingleton<ILinkStore>(_ => new SqliteLinkStore(Path.Combine(settings.Folder, "sessions.db")));
builder.Services.AddSingleton<IChatStore>(_ => new SqliteChatStore(Path.Combine(settings.Folder, "sessions.db")));
builder.Services.AddSingleton<SessionLinks>();
// The bot runs here too when it has a token; without one it is not there.
var features = new HostFeatures(TelegramBot.IsWanted(builder.Configuration));
builder.Services.AddSingleton(features);
if (features.TelegramBot && builder.Services.AddMljTelegram(builder.Configuration) is { } problem)
    throw new InvalidOperationException(problem);
builder.Services.AddMljAssistant(name => builder.Configuration[name]);
builder.Services.AddSingleton<Uptime>();
builder.Services.AddSingleton<FaultLog>();
builder.Services.AddSingleton<IdempotentAnswers>();
builder.Services.AddHostedService<Purging>();
builder.Services.ConfigureHttpJsonOptions(WireFormat.Set);
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
builder.Services.AddExceptionHandler<Problems>();
builder.Services.AddProblemDetails();
builder.Services.AddRateLimits(settings);
builder.Services.AddDescription();
builder.AddTelemetry(settings);

var app = builder.Build();
app.Services.GetRequiredService<Uptime>();
app.UseSecurityHeaders();
app.UseExceptionHandler();
app.UseStatusCodePages(Problems.WriteStatusAsync);
app.UseRateLimiter();
app.UseIdempotency();
app.MapApi();
app.MapOpen();
app.MapMljTelegram();
app.MapOpenApi();
app.MapPage();
app.Run();
