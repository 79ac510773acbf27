using Microsoft.Extensions.DependencyInjection;

namespace Mlj;

/// <summary>Registers the results compiler with a program's services.</summary>
public static class MljServiceCollectionExtensions
{
    /// <summary>Adds a <see cref="ResultsCompiler"/>, its <see cref="CompilerOptions"/> and the catalogue of actions, all as singletons.</summary>
    /// <param name="services">The program's services.</param>
    /// <param name="options">How files become results; the defaults when left out.</param>
    /// <exception cref="ArgumentException">An option is null or out of its range.</exception>
    public static IServiceCollection AddMlj(this IServiceCollection services, CompilerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        options ??= CompilerOptions.Default;
        options.Check(nameof(options));
        return services.AddSingleton(options).AddSingleton(options.Actions).AddSingleton<ResultsCompiler>();
    }
}
