namespace Mlj.Actions;

/// <summary>What becomes of the columns that say who somebody is.</summary>
public enum RedactMode
{
    /// <summary>They are taken out, and a column of random codes stands in their place; the key is kept apart.</summary>
    Pseudonymise,

    /// <summary>They are taken out; there is no key, and nobody can tell whose a row is.</summary>
    Drop,
}
