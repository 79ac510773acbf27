using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Mlj.Agent.Assistants;
using Mlj.Agent.Chat;
using Mlj.Agent.ColdEmails;
using Mlj.Agent.Phrases;
using Mlj.Agent.Planning;

namespace Mlj.Agent.OpenAI;

/// <summary>Registers the whole assistant with a program's services.</summary>
public static class MljAssistantServiceCollectionExtensions
{
    /// <summary>
    /// Adds an <see cref="IPlanner"/>, an <see cref="Assistant"/> and a <see cref="ColdEmailWriter"/> as singletons, for the actions of Mlj.Core. They work without a model;
    /// when the variables name one, as <see cref="ModelEndpoint.FromEnvironment"/> says, it is added too and asked where words alone leave a question.
    /// </summary>
    /// <param name="services">The program's services; the clock is their <see cref="TimeProvider"/>, the system's when there is none.</param>
    /// <param name="variable">Gives a variable's value, or null.</param>
    /// <exception cref="ArgumentException">A variable is set to what cannot be; the message names no secret.</exception>
    public static IServiceCollection AddMljAssistant(this IServiceCollection services, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (ModelEndpoint.FromEnvironment(variable) is { } endpoint)
            services.AddMljOpenAI(endpoint);
        return services
            .AddSingleton(Planner)
            .AddSingleton<Assistant>()
            .AddSingleton(provider => new ColdEmailWriter(provider.GetService<IChatClient>(), time: provider.GetService<TimeProvider>()));
    }

    private static IPlanner Planner(IServiceProvider provider)
    {
        var offline = new PhrasePlanner(BuiltInActions.Catalog);
        return provider.GetService<IChatClient>() is { } client ? new ChatPlanner(client, offline, BuiltInActions.Catalog, time: provider.GetService<TimeProvider>()) : offline;
    }
}
