using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Mlj.Architecture.Tests.Reading;
using Mlj.Architecture.Tests.Violators.Dependencies;
using Mlj.Testing.Snapshots;

namespace Mlj.Architecture.Tests;

public sealed class TypeDependenciesTests
{
    private static readonly IReadOnlyList<TypeUse> Uses = TypeDependencies.Of(typeof(DependsInEveryWay).Assembly, typeof(DependsInEveryWay).Namespace!);

    private static readonly TypeUse Use = Uses.Single(use => use.Type == typeof(DependsInEveryWay));

    [Theory]
    [InlineData(typeof(IFormattable), "an interface")]
    [InlineData(typeof(TypeConverterAttribute), "an attribute")]
    [InlineData(typeof(VersionConverter), "a type in an attribute")]
    [InlineData(typeof(Lazy<>), "a field's generic type")]
    [InlineData(typeof(Version), "a generic argument of a field")]
    [InlineData(typeof(Rune), "a property")]
    [InlineData(typeof(UnhandledExceptionEventArgs), "an event")]
    [InlineData(typeof(BigInteger), "a returned value")]
    [InlineData(typeof(TimeSpan), "a parameter by reference")]
    [InlineData(typeof(XmlResolver), "a constraint")]
    [InlineData(typeof(Encoding), "a called method's type")]
    [InlineData(typeof(Decoder), "what a called method returns")]
    [InlineData(typeof(UriBuilder), "a typeof")]
    [InlineData(typeof(XDocument), "a cast")]
    [InlineData(typeof(Half), "a generic argument of a call")]
    [InlineData(typeof(ConcurrentStack<>), "a local")]
    [InlineData(typeof(XmlDocument), "a test in a lambda")]
    [InlineData(typeof(CultureNotFoundException), "a catch")]
    [InlineData(typeof(Int128), "code behind a switch")]
    [InlineData(typeof(StringWriter), "an async method")]
    [InlineData(typeof(BitArray), "an iterator")]
    [InlineData(typeof(UInt128), "a nested type")]
    public void Types_OfEveryWayToDepend_AreFound(Type type, string way) => Assert.True(Use.Types.Contains(type), $"Not found: {type} by {way}");

    [Fact]
    public void Types_BaseClass_IsFound() => Assert.Contains(typeof(Collection), Use.Types);

    [Fact]
    public void Types_OfItselfAndWhatIsNestedInIt_AreLeftOut() =>
        Assert.DoesNotContain(Use.Types, type => TypeDependencies.TopLevel(type) == typeof(DependsInEveryWay));

    [Fact]
    public void Members_CalledInCode_AreFoundByTheirPropertysName() =>
        Assert.Contains("System.Text.Encoding.UTF8", Use.Members.Select(NamePattern.NameOf));

    [Fact]
    public void Types_OfATypeThatNeedsLittle_AreFew()
    {
        var alone = Uses.Single(use => use.Type == typeof(Alone));

        Assert.DoesNotContain(alone.Types, type => type.Assembly == typeof(Alone).Assembly && !TypeDependencies.IsGenerated(type));
        Assert.Contains(typeof(int), alone.Types);
    }

    [Fact]
    public void Types_MadeByGenerators_AreLeftOut() =>
        // Mlj.Testing holds a generated regular expression.
        Assert.All(TypeDependencies.Of(typeof(Snapshot).Assembly), use => Assert.StartsWith("Mlj.Testing", use.Type.Namespace, StringComparison.Ordinal));

    [Theory]
    [InlineData(typeof(object))]
    [InlineData(typeof(XDocument))]
    [InlineData(typeof(Enumerable))]
    public void MethodBodies_OfWholeFrameworkAssemblies_AreReadToTheirEnds(Type within)
    {
        var methods = within.Assembly.GetTypes().Take(400)
            .SelectMany(type => type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .OfType<MethodBase>();

        Assert.NotEqual(0, methods.Sum(method => MethodBodyTokens.Of(method).Count()));
    }

    [Theory]
    [InlineData("System.IO.*", "System.IO", true)]
    [InlineData("System.IO.*", "System.IO.Compression.ZipFile", true)]
    [InlineData("System.IO.*", "System.IOther", false)]
    [InlineData("iText*", "itext7", true)]
    [InlineData("*", "anything", true)]
    [InlineData("System.Random", "System.RandomNumber", false)]
    public void Pattern_AndName_Match(string pattern, string name, bool expected) => Assert.Equal(expected, NamePattern.Matches(pattern, name));
}
