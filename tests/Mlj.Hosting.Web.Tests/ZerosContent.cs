using System.Net;

namespace Mlj.Hosting.Web.Tests;

/// <summary>Many zeros, of a length that is said or not.</summary>
internal sealed class ZerosContent(long length, bool known) : HttpContent
{
    public long Given { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var block = new byte[64 << 10];
        for (Given = 0; Given < length; Given += Math.Min(block.Length, length - Given))
            await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(block.Length, length - Given)));
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return known;
    }
}
