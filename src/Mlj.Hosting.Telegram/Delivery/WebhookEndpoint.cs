using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mlj.Hosting.Telegram.Api;
using Mlj.Hosting.Telegram.Api.Shapes;
using Mlj.Hosting.Telegram.Settings;

namespace Mlj.Hosting.Telegram.Delivery;

/// <summary>Where Telegram sends updates to. Only who knows the secret is heard.</summary>
internal static class WebhookEndpoint
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    private const int MaxBody = 1 << 20;

    public static void MapWebhook(this IEndpointRouteBuilder app, TelegramSettings settings) =>
        app.MapPost(new Uri(settings.WebhookAddress!).AbsolutePath, ReceiveAsync).ExcludeFromDescription();

    private static async Task<IResult> ReceiveAsync(HttpContext context, Receiver receiver, TelegramSettings settings, CancellationToken stop)
    {
        var secret = Encoding.UTF8.GetBytes(context.Request.Headers[SecretHeader].ToString());
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(secret), SHA256.HashData(Encoding.UTF8.GetBytes(settings.WebhookSecret!))))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MaxBody;
        Update? update;
        try
        {
            update = await JsonSerializer.DeserializeAsync(context.Request.Body, BotApiJson.Default.Update, stop);
        }
        catch (JsonException)
        {
            update = null;
        }
        if (update is null)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        // Answered when it stands in the store; a failure before makes Telegram send it again.
        await receiver.ReceiveAsync(update, stop);
        return TypedResults.Ok();
    }
}
