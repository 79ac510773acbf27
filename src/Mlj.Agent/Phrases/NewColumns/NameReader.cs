using Mlj.Agent.Phrases.Clauses;

namespace Mlj.Agent.Phrases.NewColumns;

/// <summary>Finds the name that a clause gives to a new column, and takes its tokens out of the clause.</summary>
internal static class NameReader
{
    // The order matters: the first that finds a name takes it.
    private static readonly Func<Clause, bool>[] Rules =
    [
        CalledNames.AfterUsing,
        CalledNames.AfterCalled,
        CalledNames.AfterCall,
        CalledNames.AfterHeading,
        ColumnNames.BeforeColumn,
        ColumnNames.BesideColumn,
        PlacedNames.AfterPreposition,
        PlacedNames.InAtRandom,
        DefinedNames.BeforeAtRandom,
        DefinedNames.BeforeDefinition,
        DefinedNames.BeforeEqualsOfAdded,
        DefinedNames.BeforeEqualsAlone,
        DefinedNames.BeforeFormula,
        LoneNames.Alone,
    ];

    public static void Read(Clause clause) => Array.Exists(Rules, rule => rule(clause));
}
