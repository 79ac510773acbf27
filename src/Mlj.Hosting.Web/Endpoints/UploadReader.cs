using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Mlj.Hosting.Refusals;

namespace Mlj.Hosting.Web.Endpoints;

/// <summary>Reads the files of a multipart request one after the other, without holding one of them.</summary>
internal static class UploadReader
{
    private const string Field = "file";
    private const int MaxBoundary = 100;

    /// <summary>The most that a request of one file has besides the file.</summary>
    private const int Wrapping = 64 << 10;

    /// <summary>The files, each to be read before the next is asked for.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxFileBytes">The largest file; a request that says to be longer is refused before it is read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static async IAsyncEnumerable<(string Name, Stream Content)> ReadAsync(HttpRequest request, long maxFileBytes, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data")
            throw new BadHttpRequestException("", StatusCodes.Status415UnsupportedMediaType);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        if (StringSegment.IsNullOrEmpty(boundary) || boundary.Length > MaxBoundary)
            throw new BadHttpRequestException("The multipart request has no usable boundary.");
        if (request.ContentLength > maxFileBytes + Wrapping)
            throw new RefusedException(new Refusal(RefusalKind.TooLarge, "file_too_large", $"The request is larger than {maxFileBytes >> 20} MB, which is the most that is taken of a file."));
        // The limit counts the bytes of each file as they come.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = null;
        var reader = new MultipartReader(boundary.Value!, request.Body);
        while (await NextAsync(reader, cancellation) is { } section)
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) && HeaderUtilities.RemoveQuotes(disposition.Name) == Field && disposition.IsFileDisposition())
                yield return ((disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName)).ToString(), section.Body);
    }

    /// <summary>The refusal of a request that has no file.</summary>
    public static RefusedException NoFile() => new(new Refusal(RefusalKind.CannotBeDone, "no_file_field", $"The request has no file in its field '{Field}'."));

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (Exception error) when (error is InvalidDataException || (error is IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The multipart request breaks off or has no parts.", error);
        }
    }
}
