using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SalesCrm.Application.Database;

/// <summary>
/// Writes new rows of one table by commands of many rows, past the change tracker and the audit trail: what a save adds by the dozen and nobody
/// asks for again (audit entries, the search index), and the records of an empty database with their ids. Columns and conversions are those of the model.
/// </summary>
/// <param name="db">Inside the write transaction.</param>
/// <param name="keepIds">The rows bring their ids.</param>
internal sealed class BulkInsert<T>(CrmDbContext db, bool keepIds = false) : IDisposable
    where T : class
{
    /// <summary>SQL Server takes so many rows in a list of values.</summary>
    private const int MostRows = 1_000;

    private readonly Dictionary<int, DbCommand> _commands = [];
    private Column[]? _columns;

    /// <summary>Writes rows whose ids the database gives.</summary>
    public static async Task OnceAsync(CrmDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        using var insert = new BulkInsert<T>(db);
        await insert.WriteAsync(rows, cancellationToken);
    }

    public async Task WriteAsync(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        _columns ??= [.. ColumnsOf(db.Model.FindEntityType(typeof(T))!)];
        foreach (var chunk in rows.Chunk(Math.Clamp(db.Engine.MostParameters / _columns.Length, 1, MostRows)))
        {
            if (!_commands.TryGetValue(chunk.Length, out var command))
            {
                command = _commands[chunk.Length] = CommandFor(_columns, chunk.Length);
            }

            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            var parameter = 0;
            foreach (var row in chunk)
            {
                foreach (var column in _columns)
                {
                    Put(command.Parameters[parameter++], column.Value(row));
                }
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
    }

    /// <summary>A parameter was made before its text was known, and a provider cuts off what is longer than it then said.</summary>
    private static void Put(DbParameter parameter, object value)
    {
        parameter.Value = value;
        if (value is string text && parameter.Size > 0 && text.Length > parameter.Size)
        {
            parameter.Size = -1;
        }
    }

    private IEnumerable<Column> ColumnsOf(IEntityType type)
    {
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        return type.GetProperties().Select(property => new Column(property, property.GetColumnName(table)!)).Where(column => keepIds || !column.IsIdentity);
    }

    private DbCommand CommandFor(Column[] columns, int rows)
    {
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName()!;
        var command = db.Database.GetDbConnection().CreateCommand();
        var sql = new StringBuilder().Append(CultureInfo.InvariantCulture, $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : "), (");
            for (var column = 0; column < columns.Length; column++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"@p{(row * columns.Length) + column}");
                sql.Append(column == 0 ? "" : ",").Append(name);
                command.Parameters.Add(columns[column].Mapping.CreateParameter(command, name, null, nullable: true));
            }
        }

        command.CommandText = db.Engine.WithExplicitIds(table, sql.Append(')').ToString(), columns.Any(column => column.IsIdentity));
        return command;
    }

    private sealed class Column(IProperty property, string name)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();
        private readonly Func<object, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name => name;
        public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();
        public bool IsIdentity => property.ValueGenerated == ValueGenerated.OnAdd && property.IsPrimaryKey();

        public object Value(T row)
        {
            var value = _getter.GetClrValue(row);
            return value is null ? DBNull.Value : _convert is null ? Plain(value) : _convert(value) ?? DBNull.Value;
        }

        private static object Plain(object value) => value is Enum member ? Convert.ToInt32(member, CultureInfo.InvariantCulture) : value;
    }
}
