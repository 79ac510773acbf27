using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Mlj.Architecture.Tests.Violators.Dependencies;

/// <summary>Depends on one type in each way that there is.</summary>
[TypeConverter(typeof(VersionConverter))]
internal abstract class DependsInEveryWay : Collection, IFormattable
{
    public Lazy<Version> Field = new();

    public abstract Rune Property { get; }

    public abstract event EventHandler<UnhandledExceptionEventArgs> Event;

    public abstract BigInteger Returned<T>(ref TimeSpan parameter) where T : XmlResolver;

    public abstract string ToString(string? format, IFormatProvider? formatProvider);

    public static object Called() => Encoding.UTF8.GetDecoder();

    public static object Named() => typeof(UriBuilder);

    public static object Cast(object value) => (XDocument)value;

    public static object Generic() => Enumerable.Empty<Half>();

    public static int Local(object value)
    {
        var stack = new ConcurrentStack<int>();
        Func<int> inLambda = () => value is XmlDocument ? 1 : stack.Count;
        try
        {
            return inLambda();
        }
        catch (CultureNotFoundException)
        {
            return 0;
        }
    }

    public static int Branches(int value) => value switch
    {
        0 => 1,
        1 => 3,
        2 => 4,
        3 => 9,
        4 => new Int128(1, 2) > 0 ? 1 : 0,
        _ => -1,
    };

    public static async Task<string> Waits()
    {
        await Task.Yield();
        return new StringWriter().ToString();
    }

    public static IEnumerable<object> Yields()
    {
        yield return new BitArray(1);
    }

    private static class Nested
    {
        public static readonly UInt128 Number = UInt128.One;
    }

    public static UInt128 One() => Nested.Number;
}
