using System.Globalization;
using Microsoft.Extensions.Primitives;
using Mlj.Hosting.Refusals;

namespace Mlj.Hosting.Web.Safety;

/// <summary>Whose request it is: the owner's token as <c>Authorization: Bearer</c>, or the page's cookie.</summary>
internal static class Owner
{
    // The session's own life decides, and goes on as long as it is used; the cookie must only not end before it.
    private static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(30);

    /// <summary>What the page sends with every request that a foreign page must not be able to send.</summary>
    public const string PageHeader = "X-Mlj-Page";

    private const string Scheme = "Bearer ";

    /// <summary>The key of a session, of what the request brings.</summary>
    /// <param name="context">The request.</param>
    /// <param name="session">The session's id.</param>
    /// <param name="writes">Whether the request changes something although it is a GET.</param>
    /// <exception cref="RefusedException">The request comes by the cookie alone and changes something, or its If-Match is no version.</exception>
    public static SessionKey KeyOf(this HttpContext context, string session, bool writes = false)
    {
        var request = context.Request;
        string? token = null;
        if (request.Headers.Authorization is [{ } authorization] && authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            token = authorization[Scheme.Length..].Trim();
        else if (request.Cookies.TryGetValue(CookieOf(session), out token) && (writes || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) && StringValues.IsNullOrEmpty(request.Headers[PageHeader]))
            throw new RefusedException(new Refusal(RefusalKind.BadRequest, "no_page_header", $"A change that is asked for with the cookie needs the header {PageHeader}, which pages of other sites cannot send."));
        return new SessionKey(session, token, VersionOf(request));
    }

    /// <summary>Lets the page of this browser own the session. Scripts cannot read the cookie, and other sites cannot have it sent.</summary>
    public static void SetCookie(HttpContext context, string session, string token) =>
        context.Response.Cookies.Append(CookieOf(session), token, Options(context, CookieLifetime));

    /// <summary>Takes the cookie back.</summary>
    public static void ClearCookie(HttpContext context, string session) => context.Response.Cookies.Delete(CookieOf(session), Options(context, null));

    private static CookieOptions Options(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };

    private static string CookieOf(string session) => "mlj-" + session;

    private static long? VersionOf(HttpRequest request)
    {
        if (request.Headers.IfMatch is not [{ Length: > 0 } match] || match == "*")
            return null;
        return long.TryParse(match.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new RefusedException(new Refusal(RefusalKind.BadRequest, "bad_version", "If-Match takes the session's version, such as \"3\"."));
    }
}
