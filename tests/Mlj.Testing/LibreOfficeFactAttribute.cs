namespace Mlj.Testing;

/// <summary>A test that needs LibreOffice (<c>soffice</c> on the path) and is skipped with that reason where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeFactAttribute : FactAttribute
{
    public LibreOfficeFactAttribute()
    {
        if (LibreOffice.Program is null)
            Skip = "LibreOffice is not installed: no 'soffice' on the path.";
    }
}
