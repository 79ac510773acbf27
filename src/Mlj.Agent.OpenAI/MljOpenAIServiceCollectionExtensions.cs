using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Mlj.Agent.OpenAI;

/// <summary>Registers a model with a program's services.</summary>
public static class MljOpenAIServiceCollectionExtensions
{
    /// <summary>Adds an <see cref="IChatClient"/> as a singleton; a <c>ChatPlanner</c> takes it. The container disposes of it.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="endpoint">Where the model is.</param>
    /// <param name="options">How patient the client is; the defaults when left out.</param>
    public static IServiceCollection AddMljOpenAI(this IServiceCollection services, ModelEndpoint endpoint, ModelClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(endpoint);
        return services.AddSingleton<IChatClient>(provider => new ModelClient(endpoint, options, provider.GetService<TimeProvider>()));
    }
}
