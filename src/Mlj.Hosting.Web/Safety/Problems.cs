using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Mlj.Hosting.Refusals;

namespace Mlj.Hosting.Web.Safety;

/// <summary>Every error as problem details (RFC 9457) with its reason in words, and never with what the program looks like inside.</summary>
internal sealed partial class Problems(ILogger<Problems> logger, FaultLog faults) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }
        if (Of(exception) is not { } problem)
        {
            // The message may have a name or an address in it; the type and the trace have not.
            faults.Add(exception);
            LogFault(exception.GetType().FullName, exception.StackTrace);
            problem = Of(StatusCodes.Status500InternalServerError, "fault", "Something is wrong with this program. Nothing was changed. Try again; if it stays, tell the people who run it the trace id.");
        }
        await WriteAsync(context, problem);
        return true;
    }

    /// <summary>The problem of a refusal, or of a request that the server itself refuses; null for a fault of the program.</summary>
    public static ProblemDetails? Of(Exception exception) => exception switch
    {
        RefusedException { Refusal: var refusal } => Of(refusal),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Of(StatusCodes.Status413PayloadTooLarge, "too_large", "The request is larger than is taken."),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Of(StatusCodes.Status415UnsupportedMediaType, "media_type", "The request's content type is not taken here. The description of the interface says which is."),
        BadHttpRequestException bad => Of(bad.StatusCode, "bad_request", bad.InnerException is System.Text.Json.JsonException json ? "The body cannot be read: " + json.Message : bad.Message),
        _ => null,
    };

    public static ProblemDetails Of(Refusal refusal)
    {
        var problem = Of(StatusOf(refusal.Kind), refusal.Code, refusal.Message);
        if (refusal.Problems.Count > 0)
            problem.Extensions["problems"] = refusal.Problems;
        return problem;
    }

    /// <summary>A problem; with <c>success</c> and <c>error</c> too, by which older clients know one.</summary>
    public static ProblemDetails Of(int status, string code, string detail) => new()
    {
        Status = status,
        Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
        Detail = detail,
        Extensions = { ["code"] = code, ["success"] = false, ["error"] = detail },
    };

    public static Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        problem.Extensions["trace_id"] = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        context.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        return context.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", context.RequestAborted);
    }

    /// <summary>Gives a body to what the server itself answers without one, such as an unknown address.</summary>
    public static Task WriteStatusAsync(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        return WriteAsync(context.HttpContext, Of(status, "refused", $"The server answers {status}: {Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status)}. The description of the interface is at /openapi/v1.json."));
    }

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.BadRequest => StatusCodes.Status400BadRequest,
        RefusalKind.NotOwner => StatusCodes.Status401Unauthorized,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.UnsupportedFile => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.CannotBeDone => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed by a fault of the program: {Type}\n{Trace}")]
    private partial void LogFault(string? type, string? trace);
}
