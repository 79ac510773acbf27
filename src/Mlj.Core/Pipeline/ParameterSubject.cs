namespace Mlj.Pipeline;

/// <summary>What the text of a parameter stands for, so that it can be checked and offered before anything runs.</summary>
public enum ParameterSubject
{
    /// <summary>Itself.</summary>
    Text,

    /// <summary>A column that must be there.</summary>
    Column,

    /// <summary>A column of numbers that must be there.</summary>
    NumberColumn,

    /// <summary>A column that the action adds, whose name must be free.</summary>
    NewColumn,
}
