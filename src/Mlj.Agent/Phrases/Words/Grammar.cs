namespace Mlj.Agent.Phrases.Words;

/// <summary>The sets of meanings that several parts of the grammar share.</summary>
internal static class Grammar
{
    /// <summary>What a clause that asks for something can begin with.</summary>
    public static readonly Meanings Leads = Meanings.Of(
        Meaning.Add, Meaning.Sort, Meaning.Rank, Meaning.Rename, Meaning.Remove, Meaning.Keep, Meaning.Show, Meaning.List, Meaning.Only, Meaning.Hide,
        Meaning.Grade, Meaning.Sum, Meaning.Combine, Meaning.Change, Meaning.Call, Meaning.Formula, Meaning.Random, Meaning.What, Meaning.HowMany,
        Meaning.Clear, Meaning.Action, Meaning.Undo, Meaning.Cancel, Meaning.PassFail, Meaning.Reward, Meaning.Tamper, Meaning.Except);

    /// <summary>Verbs that begin a new clause behind a comma or an "and".</summary>
    public static readonly Meanings Verbs = Meanings.Of(
        Meaning.Add, Meaning.Sort, Meaning.Rename, Meaning.Remove, Meaning.Keep, Meaning.Show, Meaning.List, Meaning.Only, Meaning.Hide,
        Meaning.Change, Meaning.Action, Meaning.Combine, Meaning.Random, Meaning.Undo);

    /// <summary>Nouns that are verbs too, and begin a clause when an object follows.</summary>
    public static readonly Meanings NounVerbs = Meanings.Of(
        Meaning.Rank, Meaning.Grade, Meaning.Sum, Meaning.Average, Meaning.PassFail, Meaning.Call, Meaning.Formula, Meaning.Reward);

    /// <summary>Where the name of a new column ends.</summary>
    public static readonly Meanings NameEnds = Meanings.Of(
        Meaning.With, Meaning.From, Meaning.For, Meaning.Using, Meaning.Fill, Meaning.By, Meaning.Into, Meaning.Then, Meaning.On, Meaning.Who,
        Meaning.And, Meaning.That, Meaning.ThatIs, Meaning.As, Meaning.Between, Meaning.Divide, Meaning.Multiply, Meaning.Be, Meaning.Equals);

    public static readonly Meanings Pronouns = Meanings.Of(Meaning.It, Meaning.Them);

    public static readonly Meanings Comparisons = Meanings.Of(Meaning.Greater, Meaning.Less, Meaning.GreaterEqual, Meaning.LessEqual);

    public static readonly Meanings Questions = Meanings.Of(Meaning.What, Meaning.HowMany, Meaning.Who, Meaning.List);

    public static readonly Meanings Articles = Meanings.Of(Meaning.Filler, Meaning.New, Meaning.Blank);
}
