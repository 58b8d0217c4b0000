using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SalesCrm.Application.Database;

/// <summary>
/// Holds texts to the lengths of their columns on every engine: SQLite knows none, and SQL Server refuses the whole command. Forms and imports
/// have refused a text that is too long before it comes here; whatever still does is a fault, and shows on either engine.
/// </summary>
internal static class TextLengths
{
    private static readonly ConcurrentDictionary<IEntityType, (IProperty Property, int Most)[]> Limits = new();

    /// <exception cref="TextTooLongException">A new or changed text does not fit its column.</exception>
    public static void Check(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var (property, most) in Limits.GetOrAdd(entry.Metadata, LimitsOf))
            {
                if (entry.CurrentValues[property] is string text && text.Length > most)
                {
                    throw new TextTooLongException(entry.Metadata.ClrType.Name, property.Name, text.Length, most);
                }
            }
        }
    }

    private static (IProperty Property, int Most)[] LimitsOf(IEntityType type)
        => [.. type.GetProperties().Where(property => property.ClrType == typeof(string) && property.GetMaxLength() is > 0).Select(property => (property, property.GetMaxLength()!.Value))];
}

/// <summary>A text is longer than its column; nothing was saved.</summary>
public sealed class TextTooLongException(string entity, string property, int length, int most)
    : Exception($"{entity}.{property} takes {most} characters and was given {length}.");
