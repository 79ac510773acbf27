using System.Globalization;

namespace Mlj.Hosting.Web.Settings;

/// <summary>Where the host listens.</summary>
internal static class Addresses
{
    private const string Default = "http://127.0.0.1:5080";

    /// <summary>Takes what the server's own settings say (<c>--urls</c>, <c>ASPNETCORE_URLS</c>, <c>ASPNETCORE_HTTP_PORTS</c>), else every address at <c>PORT</c>, else this machine alone at port 5080.</summary>
    /// <exception cref="InvalidOperationException">PORT is no port.</exception>
    public static void UseAddresses(this WebApplicationBuilder builder)
    {
        string[] own = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        if (own.Any(key => builder.Configuration[key] is { Length: > 0 }))
            return;
        var port = builder.Configuration["PORT"];
        if (port is not { Length: > 0 })
            builder.WebHost.UseUrls(Default);
        else if (ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://0.0.0.0:{number}"));
        else
            throw new InvalidOperationException($"PORT must be a number from 1 to 65535; it is '{port}'.");
    }
}
