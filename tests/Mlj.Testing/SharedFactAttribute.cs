namespace Mlj.Testing;

/// <summary>A fact that needs files from <see cref="Repository.SharedFolder"/>; skipped, with the reason, where that folder is absent.</summary>
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Repository.SharedFolder is null)
            Skip = "There is no folder 'shared' beside the repository.";
    }
}
