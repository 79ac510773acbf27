using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mlj.Hosting.Telegram.MiniApp;

namespace Mlj.Hosting.Telegram.Tests.MiniApp;

public sealed class InitDataTests
{
    private const string Token = "4242:TEST-token";

    private static readonly DateTimeOffset Now = new(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void UserOf_SignedData_IsTheUser() => Assert.Equal(77, UserOf(Signed(Now)));

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    [InlineData(-4, true)]
    [InlineData(-6, false)]
    public void UserOf_DataOfAnAge_IsTakenForAnHour(int minutes, bool taken) => Assert.Equal(taken, UserOf(Signed(Now.AddMinutes(-minutes))) is not null);

    [Fact]
    public void UserOf_DataOfAnotherToken_IsNobody() => Assert.Null(InitData.UserOf(Signed(Now), "4242:OTHER-token", Now));

    [Theory]
    [InlineData("77", "78")]
    [InlineData("hash=", "hash=0")]
    [InlineData("hash=", "hsah=")]
    [InlineData("auth_date=1", "auth_date=2")]
    [InlineData("user=", "user=%7B%7D&user=")]
    public void UserOf_DataThatWasChanged_IsNobody(string from, string to) => Assert.Null(UserOf(Signed(Now).Replace(from, to, StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("hash=abc")]
    [InlineData("rubbish")]
    [InlineData("=&=")]
    [InlineData("a=%zz&hash=ü")]
    public void UserOf_Rubbish_IsNobody(string text) => Assert.Null(UserOf(text));

    [Fact]
    public void UserOf_TooMuch_IsNobody() => Assert.Null(UserOf(Signed(Now) + "&x=" + new string('x', 5_000)));

    [Fact]
    public void UserOf_SignedDataWithoutAUserOrDate_IsNobody()
    {
        Assert.Null(UserOf(Sign([("auth_date", Seconds(Now))])));
        Assert.Null(UserOf(Sign([("user", """{"id":77}""")])));
        Assert.Null(UserOf(Sign([("auth_date", Seconds(Now)), ("user", "[1]")])));
        Assert.Null(UserOf(Sign([("auth_date", "99999999999999999"), ("user", """{"id":77}""")])));
    }

    /// <summary>Data as Telegram would sign it: written anew here, from the description.</summary>
    internal static string Sign(IEnumerable<(string Name, string Value)> fields, string token = Token)
    {
        var all = fields.ToList();
        var lines = string.Join('\n', all.OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => field.Name + "=" + field.Value));
        var key = HMACSHA256.HashData(Encoding.UTF8.GetBytes("WebAppData"), Encoding.UTF8.GetBytes(token));
        var hash = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(lines)));
        return string.Join('&', all.Append(("hash", hash)).Select(field => field.Item1 + "=" + Uri.EscapeDataString(field.Item2)));
    }

    private static long? UserOf(string text) => InitData.UserOf(text, Token, Now);

    private static string Signed(DateTimeOffset at) => Sign([("query_id", "AAH-7"), ("user", """{"id":77,"first_name":"Zoë & Co"}"""), ("auth_date", Seconds(at))]);

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
