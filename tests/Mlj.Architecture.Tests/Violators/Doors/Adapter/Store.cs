namespace Mlj.Architecture.Tests.Violators.Doors.Adapter;

internal sealed record Store;
