using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Mlj.Pipeline;

/// <summary>
/// The actions that plans can name. JSON on the wire, help, forms and tools all read them here. Immutable and safe to share between
/// threads.
/// </summary>
public sealed class ActionCatalog
{
    internal const DynamicallyAccessedMemberTypes Needed = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicProperties;

    private readonly Dictionary<string, ActionDescription> _byName;

    private ActionCatalog(IReadOnlyList<ActionDescription> actions)
    {
        Actions = actions;
        _byName = actions.ToDictionary(action => action.Name, StringComparer.Ordinal);
    }

    /// <summary>All actions by name.</summary>
    public IReadOnlyList<ActionDescription> Actions { get; }

    /// <summary>The actions of assemblies: every record that derives from <see cref="TableAction"/> and carries an <see cref="ActionAttribute"/>.</summary>
    /// <remarks>A trimmed program must keep these records; for its own ones Mlj.Core sees to it.</remarks>
    /// <exception cref="ArgumentException">Two actions have one name.</exception>
    [RequiresUnreferencedCode("Actions are found by reflection; keep the records of the assemblies that define them.")]
    public static ActionCatalog Of(params IReadOnlyList<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        return new([
            .. assemblies.SelectMany(assembly => assembly.GetTypes())
                .Where(type => type.IsSubclassOf(typeof(TableAction)) && !type.IsAbstract)
                .Select(type => (Type: type, Attribute: type.GetCustomAttribute<ActionAttribute>()))
                .Where(each => each.Attribute is not null)
                .Select(each => new ActionDescription(each.Type, each.Attribute!))
                .OrderBy(action => action.Name, StringComparer.Ordinal),
        ]);
    }

    /// <summary>The action of this name, or null.</summary>
    public ActionDescription? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The description of an action.</summary>
    /// <exception cref="ArgumentException">The catalogue does not have it.</exception>
    public ActionDescription Describe(TableAction action) =>
        Actions.FirstOrDefault(each => each.Describes(action)) ?? throw new ArgumentException($"The catalogue has no action {action?.GetType().Name}.", nameof(action));

    /// <summary>What can be lost by a plan: the greatest risk of its steps, <see cref="ActionRisk.Read"/> when it has none.</summary>
    /// <exception cref="ArgumentException">The catalogue does not have one of its actions.</exception>
    public ActionRisk RiskOf(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Steps.Count == 0 ? ActionRisk.Read : plan.Steps.Max(action => Describe(action).Risk);
    }
}
