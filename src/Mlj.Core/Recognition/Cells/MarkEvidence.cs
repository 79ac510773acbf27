namespace Mlj.Recognition.Cells;

/// <summary>Which decimal mark the texts of a column speak for.</summary>
internal sealed class MarkEvidence
{
    private readonly List<string> _both = [];

    /// <summary>How many texts can only be read with a point, as <c>7.5</c>.</summary>
    public int Point { get; private set; }

    /// <summary>How many texts can only be read with a comma, as <c>7,5</c>.</summary>
    public int Comma { get; private set; }

    /// <summary>The different texts that can be read either way, as <c>1,234</c>.</summary>
    public IReadOnlyList<string> Both => _both;

    /// <summary>Takes one text, and how many cells have it.</summary>
    public void Add(string text, int count = 1)
    {
        switch (ScoreText.Evidence(text))
        {
            case (true, true):
                _both.Add(text);
                break;
            case (true, false):
                Point += count;
                break;
            case (false, true):
                Comma += count;
                break;
        }
    }
}
