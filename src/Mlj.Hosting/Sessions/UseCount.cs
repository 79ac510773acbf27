namespace Mlj.Hosting.Sessions;

/// <summary>What is counted. The names are kept in stores; new ones come at the end.</summary>
public enum UseCount
{
    /// <summary>Sessions begun.</summary>
    Sessions,

    /// <summary>Files uploaded.</summary>
    Uploads,

    /// <summary>Consolidations done.</summary>
    Consolidations,

    /// <summary>Steps accepted.</summary>
    Actions,

    /// <summary>Files handed out.</summary>
    Exports,
}
