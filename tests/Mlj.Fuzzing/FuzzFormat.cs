namespace Mlj.Fuzzing;

/// <summary>Which files are made.</summary>
public enum FuzzFormat
{
    /// <summary>Workbooks and texts.</summary>
    All,

    /// <summary>Workbooks only.</summary>
    Xlsx,

    /// <summary>Texts only.</summary>
    Csv,
}
