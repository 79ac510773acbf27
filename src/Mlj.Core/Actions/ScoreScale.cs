namespace Mlj.Actions;

/// <summary>What a score can be converted to.</summary>
public enum ScoreScale
{
    /// <summary>Percent, from points of a maximum.</summary>
    Percent,

    /// <summary>Points of a maximum, from percent.</summary>
    Points,

    /// <summary>0 to 10, linear.</summary>
    TenPoint,

    /// <summary>0 to 20, linear, as in France and its neighbours.</summary>
    TwentyPoint,

    /// <summary>Grade points 4 to 0 by whole letters: A from 90, B 80, C 70, D 60, F.</summary>
    FourPoint,

    /// <summary>Grade points 4.0 to 0.0 by letters with plus and minus: A+ from 97, A 93, A- 90, and so on down to D- 60, F.</summary>
    FourPointPlusMinus,

    /// <summary>Grade points 5 to 0 of Nigerian universities: A from 70, B 60, C 50, D 45, E 40, F.</summary>
    FivePoint,

    /// <summary>Grades 1 (best) to 9 of the West African Examinations Council: A1 from 75, B2 70, B3 65, C4 60, C5 55, C6 50, D7 45, E8 40, F9.</summary>
    Waec,
}
