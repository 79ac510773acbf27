using System.Net;

namespace Mlj.Architecture.Tests.Violators.Actions;

internal static class CallsNetwork
{
    public static string Decode(string text) => WebUtility.HtmlDecode(text);
}
