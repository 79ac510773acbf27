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
        _byName = new(StringComparer.Ordinal);
        foreach (var action in actions)
            if (!_byName.TryAdd(action.Name, action))
                throw new ArgumentException($"There are two actions '{action.Name}'.", nameof(actions));
    }

    /// <summary>All actions by name.</summary>
    public IReadOnlyList<ActionDescription> Actions { get; }

    /// <summary>The actions of assemblies: every record that derives from <see cref="TableAction"/> and carries an <see cref="ActionAttribute"/>.</summary>
    /// <param name="assemblies">The assemblies; that of the library, for a catalogue that has its actions too, is <c>typeof(BuiltInActions).Assembly</c>. Each once.</param>
    /// <remarks>A trimmed program must keep these records; for its own ones Mlj.Core sees to it.</remarks>
    /// <exception cref="ArgumentException">
    /// An assembly is null, two actions have one name, or an action cannot be in a catalogue: it has no constructor without parameters, or a parameter has
    /// no init accessor or a type that JSON, forms and tools do not know (see <see cref="ActionParameter.Type"/>).
    /// </exception>
    [RequiresUnreferencedCode("Actions are found by reflection; keep the records of the assemblies that define them.")]
    public static ActionCatalog Of(params IReadOnlyList<Assembly> assemblies)
    {
        ArgumentNullException.ThrowIfNull(assemblies);
        if (assemblies.Contains(null!))
            throw new ArgumentException("One of the assemblies is null.", nameof(assemblies));
        return new([
            .. assemblies.SelectMany(assembly => assembly.GetTypes())
                .Where(type => type.IsSubclassOf(typeof(TableAction)) && !type.IsAbstract)
                .Select(type => (Type: type, Attribute: type.GetCustomAttribute<ActionAttribute>()))
                .Where(each => each.Attribute is not null)
                .Select(each => new ActionDescription(each.Type, each.Attribute!))
                .OrderBy(action => action.Name, StringComparer.Ordinal),
        ]);
    }

    /// <summary>This catalogue with one more action.</summary>
    /// <typeparam name="TAction">A record with an <see cref="ActionAttribute"/>. A trimmed program keeps it.</typeparam>
    /// <exception cref="ArgumentException">The record has no <see cref="ActionAttribute"/>, its name is taken, or it cannot be in a catalogue, see <see cref="Of"/>.</exception>
    public ActionCatalog With<[DynamicallyAccessedMembers(Needed)] TAction>() where TAction : TableAction => new([.. Actions
        .Append(new ActionDescription(typeof(TAction), typeof(TAction).GetCustomAttribute<ActionAttribute>()
            ?? throw new ArgumentException($"{typeof(TAction).Name} has no {nameof(ActionAttribute)}, so it has no name.")))
        .OrderBy(action => action.Name, StringComparer.Ordinal)]);

    /// <summary>The action of this name, or null.</summary>
    /// <param name="name">The name on the wire, written exactly so: <c>add_pass_fail</c>.</param>
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
