namespace SalesCrm.Application.MyDay;

/// <summary>The tabs of a day.</summary>
public enum AgendaView
{
    /// <summary>What is due today, below what is overdue.</summary>
    Today,
    Overdue,

    /// <summary>Measures whose result nobody has written down.</summary>
    ToConfirm,

    /// <summary>From today to Sunday.</summary>
    Week,
}
