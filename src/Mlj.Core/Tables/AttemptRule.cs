namespace Mlj.Tables;

/// <summary>Which attempt counts when somebody sat a test more than once, as a table knows it; each is the policy of the same name of the merge.</summary>
public enum AttemptRule
{
    /// <summary>The highest percentage.</summary>
    Best,

    /// <summary>The one submitted last.</summary>
    Latest,

    /// <summary>The one submitted first.</summary>
    First,

    /// <summary>The mean of the percentages of all attempts.</summary>
    Average,
}
