using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Mapping;

/// <summary>One field that a kind of import can fill.</summary>
/// <param name="Name">As profiles write it.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Read">Turns a cell into a value.</param>
internal sealed record ImportField(string Name, Text Label, FieldReader Read)
{
    public bool IsRequired { get; init; }

    /// <summary>Other names that a column may have.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Several columns may fill it together.</summary>
    public bool Joins { get; init; }

    /// <summary>Of the admin's own; its names go before what the house guesses.</summary>
    public bool IsOwn { get; init; }

    /// <summary>A person's whole name, which other systems keep in halves.</summary>
    public bool IsPerson { get; init; }

    /// <summary>The set of words of which it is one: what is unknown to it can be exchanged by the profile. Empty for a field of any content.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public bool IsWord => Words.Count > 0;

    /// <summary>A row that fills one of these need not fill this.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>Where a name, an address and a second number go that stand beside the number.</summary>
    public ReachFields? Reach { get; init; }

    /// <summary>What the forms would say of a value that is kept nevertheless: a number or an address that is none.</summary>
    public Text? DoubtOf(string value) => Read == FieldReaders.Phone ? InputRules.PhoneProblem(value) : Read == FieldReaders.Email ? InputRules.EmailProblem(value) : null;

    /// <summary>A day, or a moment.</summary>
    public bool IsDay => Read == FieldReaders.Date || Read == FieldReaders.DateTime || Read == FieldReaders.Plan;

    /// <summary>It is required, and neither it nor what does as well is filled.</summary>
    public bool IsLackingIn(Func<string, bool> isFilled) => IsRequired && !isFilled(Name) && !Instead.Any(isFilled);

    public ImportField Required() => this with { IsRequired = true };

    public ImportField RequiredUnless(params string[] others) => this with { IsRequired = true, Instead = others };

    public ImportField Joining() => this with { Joins = true };

    public ImportField Reaching(ReachFields fields) => this with { Reach = fields };

    public ImportField OfPerson() => this with { IsPerson = true };

    /// <summary>Of several words for the same, the first is offered.</summary>
    public ImportField OfWords<T>(IReadOnlyDictionary<string, T> words)
        where T : struct
        => this with { Words = [.. words.DistinctBy(word => word.Value).Select(word => word.Key)] };
}
