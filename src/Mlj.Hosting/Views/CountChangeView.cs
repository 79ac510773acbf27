namespace Mlj.Hosting.Views;

/// <summary>A number before and after.</summary>
public sealed record CountChangeView(int Before, int After);
