namespace SalesCrm.Application.Database;

/// <summary>
/// A record that people edit. Its version changes with every save, on both engines, and travels with the form as a hidden field,
/// so that a save over somebody else's change is noticed.
/// </summary>
internal interface IVersioned
{
    long Id { get; }
    Guid Version { get; set; }
}
