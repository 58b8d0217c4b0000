using SalesCrm.Application.Dictionaries;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Values;

namespace SalesCrm.Application.Imports.References;

/// <summary>Company sizes, by their words or by the number of people that they take in.</summary>
internal sealed class SizeBook(ImportRun run) : WordBook(run, DictionaryKind.CompanySize)
{
    public override long? IdOf(string? name)
        => base.IdOf(name) ?? (PeopleIn(name) is { } people && Names.Find(size => CompanySizes.TakesIn(size, people)) is { } word ? base.IdOf(word) : null);

    public override Text? ProblemOf(string name, bool mayCreate)
        => IdOf(name) is not null || (mayCreate && PeopleIn(name) is null) ? default(Text?) : new Text("看不懂企业规模“{0}”，请写人数或：{1}", name, string.Join('、', Names));

    private static int? PeopleIn(string? name) => CountText.Read(name) is { IsRefused: false, Value: { } people } ? people : null;
}
