namespace Mlj.Hosting.Views;

/// <summary>A test of the results.</summary>
public sealed record TestView(
    int Number, string NumberFrom, string Title, string File, string Sheet, decimal MaxScore, bool MaxScoreAssumed, string MaxScoreFrom,
    int Rows, string Colour, string Ink);
