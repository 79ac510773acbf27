using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Mlj.Hosting.Web.Settings;

namespace Mlj.Hosting.Web.Safety;

/// <summary>How much one address may ask for.</summary>
internal static class RateLimits
{
    /// <summary>The limit on beginning sessions.</summary>
    public const string Sessions = "sessions";

    /// <summary>The limit on what costs a model's time.</summary>
    public const string Words = "words";

    private const string Unlimited = "unlimited";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, WebSettings settings) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? RateLimitPartition.GetNoLimiter(Unlimited) : Limit(context, settings.RequestsPerMinute));
        options.AddPolicy(Sessions, context => Limit(context, settings.SessionsPerMinute));
        options.AddPolicy(Words, context => Limit(context, settings.WordsPerMinute));
        options.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            await Problems.WriteAsync(rejected.HttpContext, Problems.Of(StatusCodes.Status429TooManyRequests, "too_many_requests", "Too many requests from your address. Wait a little, then try again."));
        };
    });

    private static RateLimitPartition<string> Limit(HttpContext context, int perMinute) => perMinute <= 0
        ? RateLimitPartition.GetNoLimiter(Unlimited)
        : RateLimitPartition.GetFixedWindowLimiter(PartitionOf(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window });

    // Whoever has one address of IPv6 has 2^64 of them.
    private static string PartitionOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
