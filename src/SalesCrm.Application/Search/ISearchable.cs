namespace SalesCrm.Application.Search;

/// <summary>A record that is found by parts of its names or digits; the context keeps its key and grams with every save.</summary>
internal interface ISearchable
{
    long Id { get; }

    SearchKind SearchKind { get; }

    /// <summary>The keys of all names by which it is found, one a line; what a hit is checked against.</summary>
    string SearchKey { get; set; }

    /// <summary>Names, numbers and addresses by which it is found.</summary>
    IEnumerable<string?> SearchNames { get; }

    /// <summary>Phone numbers by which it is found.</summary>
    IEnumerable<string?> SearchPhones => [];
}
