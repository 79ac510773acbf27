using Mlj.Architecture.Tests.Reading;

namespace Mlj.Architecture.Tests.Rules;

/// <summary>What a project never refers to: packages, projects, frameworks, SDKs or assemblies, by pattern. A project may always name itself.</summary>
/// <param name="Projects">The projects that the rule is about.</param>
/// <param name="Never">What they keep away from.</param>
internal sealed record ProjectRule(string Projects, IReadOnlyList<string> Never)
{
    public IEnumerable<string> Violations(string project, IEnumerable<string> references) =>
        !NamePattern.Matches(Projects, project)
            ? []
            : from reference in references.Distinct()
              where reference != project
              from pattern in Never
              where NamePattern.Matches(pattern, reference)
              select $"{project} refers to {reference}; {this}";

    public override string ToString() => $"{Projects} -> never {string.Join(", ", Never)}";
}
