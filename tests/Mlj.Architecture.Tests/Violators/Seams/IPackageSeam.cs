using Microsoft.Extensions.DependencyInjection;

namespace Mlj.Architecture.Tests.Violators.Seams;

internal interface IPackageSeam
{
    IReadOnlyList<ServiceDescriptor> Services { get; }
}
