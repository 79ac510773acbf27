using System.Diagnostics.CodeAnalysis;
using Mlj.Pipeline;

namespace Mlj;

/// <summary>The actions that come with the library.</summary>
public static class BuiltInActions
{
    private static readonly Lazy<ActionCatalog> Found = new(Find);

    /// <summary>The catalogue of the actions in <c>Mlj.Actions</c>.</summary>
    public static ActionCatalog Catalog => Found.Value;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "ILLink.Descriptors.xml keeps everything in Mlj.Actions.")]
    private static ActionCatalog Find() => ActionCatalog.Of(typeof(BuiltInActions).Assembly);
}
