using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Mlj.Hosting.Web.Settings;

/// <summary>Traces and metrics, off unless asked for. Where they go say the variables of OpenTelemetry, such as <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder, WebSettings settings)
    {
        if (!settings.Telemetry)
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("mlj-web"))
            .WithTracing(tracing => tracing.AddSource("Microsoft.AspNetCore").AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime").AddOtlpExporter());
    }
}
