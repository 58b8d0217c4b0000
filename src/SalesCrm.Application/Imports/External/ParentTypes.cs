namespace SalesCrm.Application.Imports.External;

/// <summary>The words by which other systems say what kind of record a row belongs to.</summary>
internal static class ParentTypes
{
    private static readonly Dictionary<string, ExternalSubject> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Account"] = ExternalSubject.Customer,
        ["Accounts"] = ExternalSubject.Customer,
        ["Customer"] = ExternalSubject.Customer,
        ["Company"] = ExternalSubject.Customer,
        ["客户"] = ExternalSubject.Customer,
        ["Contact"] = ExternalSubject.Contact,
        ["Contacts"] = ExternalSubject.Contact,
        ["Person"] = ExternalSubject.Contact,
        ["联系人"] = ExternalSubject.Contact,
        ["Lead"] = ExternalSubject.Lead,
        ["Leads"] = ExternalSubject.Lead,
        ["线索"] = ExternalSubject.Lead,
        ["Opportunity"] = ExternalSubject.Opportunity,
        ["Opportunities"] = ExternalSubject.Opportunity,
        ["Potentials"] = ExternalSubject.Opportunity,
        ["Deals"] = ExternalSubject.Opportunity,
        ["商机"] = ExternalSubject.Opportunity,
        ["Case"] = ExternalSubject.Event,
        ["Cases"] = ExternalSubject.Event,
        ["HelpDesk"] = ExternalSubject.Event,
        ["Ticket"] = ExternalSubject.Event,
        ["Tickets"] = ExternalSubject.Event,
        ["Order"] = ExternalSubject.Deal,
        ["Orders"] = ExternalSubject.Deal,
        ["SalesOrder"] = ExternalSubject.Deal,
        ["成交"] = ExternalSubject.Deal,
        ["Call"] = ExternalSubject.Visit,
        ["Calls"] = ExternalSubject.Visit,
        ["Meeting"] = ExternalSubject.Visit,
        ["Meetings"] = ExternalSubject.Visit,
    };

    /// <summary>Null for what is not moved, such as campaigns and projects.</summary>
    public static ExternalSubject? SubjectOf(string word) => Words.TryGetValue(word.Trim(), out var subject) ? subject : null;
}
