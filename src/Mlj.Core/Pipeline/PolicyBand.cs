using Mlj.Tables;

namespace Mlj.Pipeline;

/// <summary>A band of a <see cref="PolicyScale"/>.</summary>
/// <param name="From">Its lower bound.</param>
/// <param name="Gives">What it gives.</param>
internal sealed record PolicyBand(decimal From, Cell Gives);
