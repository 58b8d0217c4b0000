namespace SalesCrm.Application.Dictionaries;

/// <summary>The lists of words that the admin keeps.</summary>
public enum DictionaryKind
{
    Industry = 1,
    Source = 2,
    CompanySize = 3,
    LossReason = 4,
    DisqualifyReason = 5,
}
