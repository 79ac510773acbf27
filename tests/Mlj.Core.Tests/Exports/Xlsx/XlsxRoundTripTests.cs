using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mlj.Tables;

namespace Mlj.Tests.Exports.Xlsx;

public class XlsxRoundTripTests
{
    private static readonly Gen<string> Letters = Gen.OneOf(
        Gen.Elements("_", "x", "0041", "_x0041_", "\n", "\t", "\r", " ", "\0", "\u001F", "<", "&", "\"", "'", "=", "]]>", "é", "😀", "\uFFFE", "\uFFFF", "李"),
        Gen.Choose(0, 0xD7FF).Select(code => ((char)code).ToString()));

    private static readonly Gen<string?> Texts = Gen.OneOf(
        Gen.Constant<string?>(null),
        Letters.ListOf().Select(letters => (string?)string.Concat(letters)));

    private static readonly Gen<decimal?> Numbers = Gen.OneOf(
        Gen.Constant<decimal?>(null),
        Gen.Choose(-1000, 1000).Select(number => (decimal?)number),
        Gen.Choose(int.MinValue, int.MaxValue).Three().SelectMany(parts => Gen.Choose(0, 28).Select(scale =>
            (decimal?)new decimal(parts.Item1, parts.Item2, parts.Item3, parts.Item1 % 2 == 0, (byte)scale))));

    [Fact]
    public void Write_AnyTexts_AreReadBackByAnother() =>
        Prop.ForAll(Texts.ListOf().ToArbitrary(), texts =>
        {
            var read = SecondReader.Read(Books.Of(new Column.Numbers("N", [.. texts.Select(_ => (decimal?)1)]), new Column.Texts("T", [.. texts])))["Results"];
            return texts.Select(text => text ?? "").SequenceEqual(read.Skip(1).Select(row => (string?)row[1] ?? ""));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_AnyHeadings_AreReadBackByAnother() =>
        Prop.ForAll(Texts.ListOf().ToArbitrary(), texts =>
        {
            string[] names = [.. texts.Where(text => !string.IsNullOrWhiteSpace(text)).Distinct()!];
            if (names.Length == 0)
                return true;
            var read = SecondReader.Read(Books.Of([.. names.Select(name => new Column.Texts(name, ["x"]))]))["Results"];
            return names.SequenceEqual(read[0].Cast<string>());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_AnyNumbers_AreReadBackToTheLastDigitOfADouble() =>
        Prop.ForAll(Numbers.ListOf().ToArbitrary(), numbers =>
        {
            var read = SecondReader.Read(Books.Of(new Column.Texts("T", [.. numbers.Select(_ => "x")]), new Column.Numbers("N", [.. numbers])))["Results"];
            return read.Count == numbers.Count + 1 && numbers.Zip(read.Skip(1), (number, row) => IsSame(number, (double?)row[1])).All(same => same);
        }).QuickCheckThrowOnFailure();

    private static bool IsSame(decimal? written, double? read) => written is { } number
        ? read is { } value && Math.Abs(value - Exact(number)) <= Math.Abs(Exact(number)) * 1e-15
        : read is null;

    private static double Exact(decimal number) => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
