using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SalesCrm.Application.Database;

/// <summary>
/// Writes many new rows of one table by plain commands, ids included, past the change tracker and the audit trail. Only for filling an empty
/// database; the columns and their conversions are those of the model.
/// </summary>
internal sealed class BulkInsert<T>
    where T : class
{
    /// <summary>SQL Server takes no longer list of values.</summary>
    private const int MostRows = 1_000;

    private readonly CrmDbContext _db;
    private readonly Column[] _columns;
    private readonly string _table;
    private readonly int _rowsPerCommand;
    private DbCommand? _full;

    public BulkInsert(CrmDbContext db)
    {
        _db = db;
        var type = db.GetService<IDesignTimeModel>().Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        _table = table.Name;
        _columns = type.GetProperties().Select(property => new Column(property, property.GetColumnName(table)!)).ToArray();
        _rowsPerCommand = Math.Clamp(db.Engine.ParametersPerCommand / _columns.Length, 1, MostRows);
    }

    /// <summary>Inside the write transaction.</summary>
    public async Task WriteAsync(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(_rowsPerCommand))
        {
            if (chunk.Length == _rowsPerCommand)
            {
                await ExecuteAsync(_full ??= CommandFor(_rowsPerCommand), chunk, cancellationToken);
                continue;
            }

            await using var rest = CommandFor(chunk.Length);
            await ExecuteAsync(rest, chunk, cancellationToken);
        }
    }

    private DbCommand CommandFor(int rows)
    {
        var command = _db.Database.GetDbConnection().CreateCommand();
        var sql = new StringBuilder().Append(CultureInfo.InvariantCulture, $"INSERT INTO \"{_table}\" ({string.Join(", ", _columns.Select(column => $"\"{column.Name}\""))}) VALUES ");
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : "), (");
            for (var column = 0; column < _columns.Length; column++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"@p{(row * _columns.Length) + column}");
                sql.Append(column == 0 ? "" : ",").Append(name);
                command.Parameters.Add(_columns[column].Mapping.CreateParameter(command, name, null, nullable: true));
            }
        }

        command.CommandText = _db.Engine.WithExplicitIds(_table, sql.Append(')').ToString(), _columns.Any(column => column.IsIdentity));
        return command;
    }

    private async Task ExecuteAsync(DbCommand command, T[] rows, CancellationToken cancellationToken)
    {
        command.Transaction = _db.Database.CurrentTransaction!.GetDbTransaction();
        var parameter = 0;
        foreach (var row in rows)
        {
            foreach (var column in _columns)
            {
                command.Parameters[parameter++].Value = column.Value(row);
            }
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed class Column(IProperty property, string name)
    {
        private readonly Func<object, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name => name;
        public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();
        public bool IsIdentity => property.ValueGenerated == ValueGenerated.OnAdd && property.IsPrimaryKey();

        public object Value(T row)
        {
            var value = property.PropertyInfo!.GetValue(row);
            return value is null ? DBNull.Value : _convert is null ? Plain(value) : _convert(value) ?? DBNull.Value;
        }

        private static object Plain(object value) => value is Enum member ? Convert.ToInt32(member, CultureInfo.InvariantCulture) : value;
    }
}
