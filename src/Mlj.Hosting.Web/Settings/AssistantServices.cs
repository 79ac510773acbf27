using Microsoft.Extensions.AI;
using Mlj.Agent.Assistants;
using Mlj.Agent.Chat;
using Mlj.Agent.ColdEmails;
using Mlj.Agent.OpenAI;
using Mlj.Agent.Phrases;
using Mlj.Agent.Planning;

namespace Mlj.Hosting.Web.Settings;

/// <summary>The assistant: words are understood without a model, and with one when the environment names it.</summary>
internal static class AssistantServices
{
    public static void AddAssistant(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        if (ModelEndpoint.FromEnvironment(name => builder.Configuration[name]) is { } endpoint)
            services.AddMljOpenAI(endpoint);
        services.AddSingleton<IPlanner>(provider => new PhrasePlanner(BuiltInActions.Catalog) is var offline && provider.GetService<IChatClient>() is { } client
            ? new ChatPlanner(client, offline, BuiltInActions.Catalog, time: provider.GetRequiredService<TimeProvider>())
            : offline);
        services.AddSingleton<Assistant>();
        services.AddSingleton(provider => new ColdEmailWriter(provider.GetService<IChatClient>(), time: provider.GetRequiredService<TimeProvider>()));
    }
}
