namespace Mlj.Testing;

/// <summary>A theory that needs files from <see cref="Repository.SharedFolder"/>; skipped, with the reason, where that folder is absent.</summary>
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (Repository.SharedFolder is null)
            Skip = "There is no folder 'shared' beside the repository.";
    }
}
