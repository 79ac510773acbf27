using System.Security.Cryptography;
using System.Text;
using Mlj.Hosting.Refusals;

namespace Mlj.Hosting.Web.Safety;

/// <summary>Lets writes be sent twice without being done twice.</summary>
internal static class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int MaxKey = 200;
    private const int MinAnonymousKey = 32;

    public static void UseIdempotency(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (request.Headers[Header] is not [{ Length: > 0 } key] || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            await next(context);
            return;
        }
        if (key.Length > MaxKey)
            throw new RefusedException(new Refusal(RefusalKind.BadRequest, "bad_idempotency_key", $"An {Header} has at most {MaxKey} characters."));
        // Whoever has no token yet is nobody in particular: an answer with a token in it must not go to another who took the same short key.
        if (request.Headers.Authorization.Count == 0 && request.Headers.Cookie.Count == 0 && key.Length < MinAnonymousKey)
            throw new RefusedException(new Refusal(RefusalKind.BadRequest, "bad_idempotency_key", $"Without a token an {Header} must be one that nobody else takes: at least {MinAnonymousKey} characters, such as a UUID."));
        // Of one caller, to one address, of one length: another's key is another key.
        var caller = $"{request.Headers.Authorization}\n{request.Headers.Cookie}\n{request.Method} {request.Path}{request.QueryString}\n{request.ContentLength}\n{key}";
        var answers = context.RequestServices.GetRequiredService<IdempotentAnswers>();
        await answers.AnswerAsync(context, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(caller))), inner => next(inner));
    });
}
