using System.Numerics;

namespace Mlj.Tests.Actions;

/// <summary>An exact number for oracles, which share no arithmetic with the code that they judge.</summary>
internal readonly record struct Fraction : IComparable<Fraction>
{
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, Denominator) = (numerator / divisor, denominator / divisor);
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static implicit operator Fraction(int whole) => new(whole, 1);

    public static Fraction operator +(Fraction one, Fraction other) => new(one.Numerator * other.Denominator + other.Numerator * one.Denominator, one.Denominator * other.Denominator);

    public static Fraction operator -(Fraction one, Fraction other) => one + other * -1;

    public static Fraction operator *(Fraction one, Fraction other) => new(one.Numerator * other.Numerator, one.Denominator * other.Denominator);

    public static Fraction operator /(Fraction one, Fraction other) => new(one.Numerator * other.Denominator, one.Denominator * other.Numerator);

    public static bool operator <(Fraction one, Fraction other) => one.CompareTo(other) < 0;

    public static bool operator >(Fraction one, Fraction other) => one.CompareTo(other) > 0;

    public static bool operator <=(Fraction one, Fraction other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Fraction one, Fraction other) => one.CompareTo(other) >= 0;

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The text at two decimals, half away from zero; for numbers from 0.</summary>
    public string AtTwoDecimals()
    {
        var hundredths = (Numerator * 200 + Denominator) / (Denominator * 2);
        return $"{hundredths / 100}.{(int)(hundredths % 100):00}";
    }

    /// <summary>The nearest decimal.</summary>
    public decimal ToDecimal() => (decimal)Numerator / (decimal)Denominator;
}
