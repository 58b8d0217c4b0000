using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using SalesCrm.Application.Database;

namespace SalesCrm.Testing.SqlServer;

/// <summary>
/// Sits in every context that a test opens on SQLite. Each query that is compiled there (once per shape and process) is also translated for
/// SQL Server, sent to a <see cref="SilentServer"/> and read as T-SQL; what SQL Server would refuse fails the test that asked it.
/// </summary>
public sealed class SqlServerTwin : IQueryExpressionInterceptor
{
    private static readonly MethodInfo Compile = typeof(IDatabase).GetMethod(nameof(IDatabase.CompileQuery))!;

    private static int _queries;

    private SqlServerTwin()
    {
    }

    public static SqlServerTwin Instance { get; } = new();

    /// <summary>How many queries this process has translated.</summary>
    public static int Queries => _queries;

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (eventData.Context is CrmDbContext { Engine.HasOneOwner: true })
        {
            foreach (var command in Translate(queryExpression))
            {
                TSql.AssertSound(command, queryExpression.ToString());
            }

            Interlocked.Increment(ref _queries);
        }

        return queryExpression;
    }

    /// <summary>The T-SQL of a query on the other engine's model.</summary>
    internal static IReadOnlyList<string> Translate(Expression query)
    {
        var server = new SilentServer();
        using var db = server.Connect();
        var mover = new Mover(db.Model);
        var moved = mover.Visit(query);
        try
        {
            var context = db.GetService<IQueryContextFactory>().Create();
            foreach (var (name, type) in mover.Parameters)
            {
                context.Parameters[name] = Sample.Of(type);
            }

            Run(db, moved, context);
        }
        catch (Exception exception) when (server.Commands.Count == 0 && exception is not NotTSqlException)
        {
            throw new NotTSqlException($"SQL Server's provider cannot translate\n{query}\n{exception.GetBaseException().Message}", exception);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is InvalidOperationException)
        {
            // A single row, or a count, that a server without rows does not give.
        }

        return server.Commands.Count > 0 ? server.Commands : throw new NotTSqlException($"SQL Server would be sent nothing for\n{query}");
    }

    private static void Run(CrmDbContext db, Expression query, QueryContext context)
    {
        var rows = query.Type.GetInterfaces().Append(query.Type).FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQueryable<>));
        var result = rows is null ? query.Type : typeof(IEnumerable<>).MakeGenericType(rows.GenericTypeArguments);
        var execute = (Delegate)Compile.MakeGenericMethod(result).Invoke(db.GetService<IDatabase>(), [query, false])!;
        if (execute.DynamicInvoke(context) is IEnumerable sequence and not string)
        {
            var reading = sequence.GetEnumerator();
            try
            {
                reading.MoveNext();
            }
            finally
            {
                (reading as IDisposable)?.Dispose();
            }
        }
    }

    /// <summary>Takes a query from one model to another, and notes its parameters.</summary>
    private sealed class Mover(IModel model) : ExpressionVisitor
    {
        public Dictionary<string, Type> Parameters { get; } = [];

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case EntityQueryRootExpression root:
                    return new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!);
                case QueryParameterExpression parameter:
                    Parameters[parameter.Name] = parameter.Type;
                    return parameter;
                default:
                    return base.VisitExtension(node);
            }
        }
    }
}
