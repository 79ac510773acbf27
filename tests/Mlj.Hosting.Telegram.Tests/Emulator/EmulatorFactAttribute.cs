namespace Mlj.Hosting.Telegram.Tests.Emulator;

/// <summary>A test that needs the emulator, and is skipped with that reason where node is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EmulatorFactAttribute : FactAttribute
{
    public EmulatorFactAttribute() => Skip = TelegramTestApi.Missing;
}
