namespace SalesCrm.Application.Search;

/// <summary>A record that is found by parts of its names or digits; the context keeps its key and grams with every save.</summary>
internal interface ISearchable
{
    long Id { get; }

    SearchKind SearchKind { get; }

    /// <summary>The keys of all names by which it is found, one a line; what a long query is compared with.</summary>
    string SearchKey { get; set; }

    /// <summary>Names, numbers and addresses by which it is found; the name first.</summary>
    IEnumerable<string?> SearchNames { get; }

    /// <summary>Phone numbers by which it is found.</summary>
    IEnumerable<string?> SearchPhones => [];

    /// <summary>Under what the digits of its phones are found.</summary>
    SearchKind PhoneKind => SearchKind;
}

/// <summary>A record inside whose texts words are found; the context keeps the grams of its block with every save.</summary>
internal interface ISearchableText
{
    long Id { get; }

    /// <summary>The texts as the search sees them, a line each.</summary>
    string SearchText { get; }
}
