using Microsoft.Extensions.DependencyInjection;

namespace Mlj.Architecture.Tests.Violators.Seams;

internal abstract class PackageSeam
{
    protected abstract void Fill(IServiceCollection[] services);

    private static void Close(IServiceScope scope) => scope.Dispose();

    public static void CloseAll(IEnumerable<IDisposable> scopes)
    {
        foreach (var scope in scopes)
            Close((IServiceScope)scope);
    }
}
