namespace Mlj.Hosting.Web.Safety;

/// <summary>That the program failed: when, with which type of exception, at which place. Whose request it was, or of what, is not in it.</summary>
/// <param name="At">When.</param>
/// <param name="Type">The type of the exception.</param>
/// <param name="Hash">The same for failures at one place: 16 hexadecimal digits.</param>
internal sealed record Fault(DateTimeOffset At, string Type, string Hash);
