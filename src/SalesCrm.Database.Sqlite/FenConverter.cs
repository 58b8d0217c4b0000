using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SalesCrm.Database.Sqlite;

/// <summary>Money as whole fen: SQLite then sums, orders and compares it exactly and as integers.</summary>
internal sealed class FenConverter() : ValueConverter<decimal, long>(
    yuan => (long)decimal.Round(yuan * 100m),
    fen => fen / 100m);
