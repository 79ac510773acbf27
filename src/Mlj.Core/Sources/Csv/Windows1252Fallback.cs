using System.Text;

namespace Mlj.Sources.Csv;

/// <summary>Reads bytes that are no UTF-8 as Windows-1252. Safe for use by several threads.</summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    // The code pages are asked for one by name, so that nothing is registered for the whole program.
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The most bytes that are no character together, each of which becomes one.</summary>
    public override int MaxCharCount => 3;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Characters();

    private sealed class Characters : DecoderFallbackBuffer
    {
        private string _characters = "";
        private int _next;

        public override int Remaining => _characters.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (_characters, _next) = (Windows1252.GetString(bytesUnknown), 0);
            return Remaining > 0;
        }

        public override char GetNextChar() => Remaining > 0 ? _characters[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
                return false;
            _next--;
            return true;
        }

        public override void Reset() => (_characters, _next) = ("", 0);
    }
}
