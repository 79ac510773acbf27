using System.Text;

namespace Mlj.Pipeline;

/// <summary>Names on the wire: <c>ScoreColumn</c> is <c>score_column</c>.</summary>
internal static class SnakeCase
{
    public static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && snake.Length > 0)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }
        return snake.ToString();
    }
}
