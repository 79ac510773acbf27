using Mlj.Pipeline;
using Mlj.Tables;

namespace Mlj.Tests.Pipeline.Invented;

/// <summary>An action without a name, which no catalogue lists.</summary>
public sealed record Unlisted : TableAction
{
    public override Table Apply(Table table, RunContext context) => table;
}
