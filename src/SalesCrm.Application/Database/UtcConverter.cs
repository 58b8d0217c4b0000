using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SalesCrm.Application.Database;

/// <summary>Instants are UTC in the database and carry that kind when they come back.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value,
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
