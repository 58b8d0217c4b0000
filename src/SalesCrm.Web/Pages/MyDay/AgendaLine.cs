using SalesCrm.Application.MyDay;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Pages.MyDay;

/// <summary>One line of the agenda.</summary>
/// <param name="OfPeople">It is somebody else's, whose name then shows.</param>
public sealed record AgendaLine(AgendaItem Item, bool OfPeople)
{
    public string Icon => Item.Kind switch
    {
        AgendaKind.Handling => "ti-checklist",
        AgendaKind.AfterSales => "ti-package",
        AgendaKind.Milestone => "ti-flag",
        AgendaKind.LeadStep => "ti-target-arrow",
        AgendaKind.TrialEnd => "ti-hourglass",
        AgendaKind.Upgrade => "ti-trending-up",
        _ => "ti-calendar-event",
    };

    public Text Kind => Item.Kind switch
    {
        AgendaKind.Handling => "处理措施",
        AgendaKind.AfterSales => "售后跟进",
        AgendaKind.Milestone => "关键节点",
        AgendaKind.LeadStep => "线索下一步",
        AgendaKind.TrialEnd => "试用到期",
        AgendaKind.Upgrade => "客户升级",
        _ => "下一步",
    };

    /// <summary>Where the log of this thing begins.</summary>
    public string Form => Item.Upgrade is { } upgrade ? $"/upgrades/{Key(upgrade.ProgrammeId)}/steps/{Key(Item.Id)}/edit?returnUrl=/my-day" : Item.Kind == AgendaKind.TrialEnd ? $"/trials/{Key(Item.Id)}/result"
        : Item.LeadId is { } lead ? $"/leads/{Key(lead)}/follow-up" : "/visits/new?customerId=" + Key(Item.CustomerId)
        + (Item.OpportunityId is { } opportunity ? "&opportunityId=" + Key(opportunity) : "")
        + (Item.Kind == AgendaKind.AfterSales ? "&taskId=" + Key(Item.Id) : "") + "&returnUrl=/my-day";

    /// <summary>The record that it is about.</summary>
    public string Record => Item.LeadId is { } lead ? "/leads/" + Key(lead) : "/customers/" + Key(Item.CustomerId);

    private static string Key(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
