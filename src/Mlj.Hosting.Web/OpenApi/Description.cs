using Microsoft.OpenApi;

namespace Mlj.Hosting.Web.OpenApi;

/// <summary>The description of the interface, at <c>/openapi/v1.json</c>.</summary>
internal static class Description
{
    private const string Bearer = "bearer";

    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "MLJ results compiler",
                Version = "1",
                Description = "Several test exports in, one trustworthy table out. Errors are problem details (RFC 9457) with 'code', and 'detail' in words. See docs/api.md.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, Description = "The owner's token, which 'session/create' answers." },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.RelativePath?.Contains("{session_id}", StringComparison.Ordinal) == true)
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            Examples.AddTo(operation, $"{context.Description.HttpMethod} {context.Description.RelativePath}");
            return Task.CompletedTask;
        });
    });
}
