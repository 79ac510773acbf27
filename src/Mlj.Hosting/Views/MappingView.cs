using Mlj.Pipeline;

namespace Mlj.Hosting.Views;

/// <summary>A column that a recipe calls otherwise than this table does.</summary>
public sealed record MappingView(int Step, string Parameter, string From, string To, ColumnMatch By);
