namespace Mlj.Actions;

/// <summary>Scales of grades that come with the library. All are for scores from 0 to 100, and their bounds are lower bounds.</summary>
public enum GradeScale
{
    /// <summary>A from 90, B from 80, C from 70, D from 60, F from 0.</summary>
    Letters,

    /// <summary>A+ from 97, A 93, A- 90, B+ 87, B 83, B- 80, C+ 77, C 73, C- 70, D+ 67, D 63, D- 60, F 0.</summary>
    PlusMinus,

    /// <summary>The West African Examinations Council's: A1 from 75, B2 70, B3 65, C4 60, C5 55, C6 50, D7 45, E8 40, F9 0.</summary>
    Waec,

    /// <summary>That of Nigerian universities: A from 70, B 60, C 50, D 45, E 40, F 0.</summary>
    NigerianUniversity,
}
