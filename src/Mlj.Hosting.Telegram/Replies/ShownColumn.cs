using Mlj.Tables;

namespace Mlj.Hosting.Telegram.Replies;

/// <summary>A column of a small table.</summary>
/// <param name="Index">Its place in the rows.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Whether it holds numbers.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Test">Its test; null for none.</param>
internal sealed record ShownColumn(int Index, string Name, ColumnKind Kind, ColumnRole Role, int? Test);
