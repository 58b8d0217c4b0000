using SalesCrm.Application.Shared;

namespace SalesCrm.Application.Database;

/// <summary>The key ring that protects cookies and forms, as the framework stores it: named pieces of XML.</summary>
public sealed class KeyRing(CrmDbContext db)
{
    public IReadOnlyList<string> Read() => db.KeyRing.OrderBy(entry => entry.Id).Select(entry => entry.Xml).ToList();

    public async Task AddAsync(string name, string xml, CancellationToken cancellationToken)
    {
        db.KeyRing.Add(new KeyRingEntry { Name = name, Xml = xml });
        await db.SaveAsync(Actor.System, cancellationToken);
    }
}
