using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace SalesCrm.Testing.SqlServer;

/// <summary>What SQL Server's grammar lets through and the server then refuses, where SQLite is content; each with the server's error number.</summary>
internal sealed class TSqlRules : TSqlFragmentVisitor
{
    private static readonly string[] Aggregates = ["SUM", "COUNT", "COUNT_BIG", "MIN", "MAX", "AVG", "STDEV", "STRING_AGG"];

    private readonly List<(int Line, int Column, string Message)> _errors = [];

    public IReadOnlyList<(int Line, int Column, string Message)> Errors => _errors;

    public override void ExplicitVisit(MergeStatement node) => Refuse(node, "MERGE, which not every server accepts");

    public override void ExplicitVisit(OpenJsonTableReference node)
    {
        if (node.SchemaDeclarationItems.Any(item => Text(item).Contains("nvarchar", StringComparison.OrdinalIgnoreCase)))
        {
            Refuse(node, "texts of OPENJSON have the collation of the database, which conflicts with that of our columns (468)");
        }

        base.ExplicitVisit(node);
    }

    public override void ExplicitVisit(QuerySpecification node)
    {
        foreach (var aggregate in Parts<FunctionCall>(node, within: true).Where(IsAggregate))
        {
            Judge(aggregate, Names(node));
        }

        foreach (var group in node.GroupByClause?.GroupingSpecifications ?? [])
        {
            if (Parts<ScalarSubquery>(group).Any() || Parts<FunctionCall>(group).Any(IsAggregate))
            {
                Refuse(group, "a subquery or an aggregate to group by (144)");
            }
            else if (!Parts<ColumnReferenceExpression>(group).Any())
            {
                Refuse(group, "grouped by no column (164)");
            }
        }

        JudgeOrder(node);
        base.ExplicitVisit(node);
    }

    private void Judge(FunctionCall aggregate, HashSet<string> names)
    {
        if (aggregate.Parameters.SelectMany(argument => Parts<ScalarSubquery>(argument)).Any())
        {
            Refuse(aggregate, "an aggregate over a subquery (130)");
            return;
        }

        if (aggregate.Parameters.SelectMany(argument => Parts<FunctionCall>(argument)).Any(IsAggregate))
        {
            Refuse(aggregate, "an aggregate over an aggregate (130)");
        }

        var columns = aggregate.Parameters.SelectMany(argument => Parts<ColumnReferenceExpression>(argument))
            .Where(column => column.MultiPartIdentifier?.Count > 1).ToList();
        if (columns.Exists(column => !names.Contains(column.MultiPartIdentifier[0].Value)))
        {
            Refuse(aggregate, "an aggregate over a column from outside its query (8124)");
        }
    }

    private void JudgeOrder(QuerySpecification query)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var chosen = query.SelectElements.OfType<SelectScalarExpression>()
            .SelectMany(element => new[] { Text(element.Expression), element.ColumnName is { } name ? Text(name) : "" }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var element in query.OrderByClause?.OrderByElements ?? [])
        {
            if (!seen.Add(Text(element.Expression)))
            {
                Refuse(element, "ordered by the same twice (169)");
            }
            else if (!Parts<ColumnReferenceExpression>(element).Any() && !Parts<ScalarSubquery>(element).Any() && !Parts<FunctionCall>(element).Any())
            {
                Refuse(element, "ordered by a constant or a variable (408, 1008)");
            }
            else if (query.UniqueRowFilter == UniqueRowFilter.Distinct && !chosen.Contains(Text(element.Expression)))
            {
                Refuse(element, "distinct rows ordered by what they do not hold (145)");
            }
        }
    }

    private void Refuse(TSqlFragment node, string message) => _errors.Add((node.StartLine, node.StartColumn, message));

    private static bool IsAggregate(FunctionCall call) => call.OverClause is null && Aggregates.Contains(call.FunctionName.Value.ToUpperInvariant());

    /// <summary>Names by which the query's own tables go.</summary>
    private static HashSet<string> Names(QuerySpecification query) => query.FromClause is null ? []
        : Parts<TableReferenceWithAlias>(query.FromClause)
            .Select(table => table.Alias?.Value ?? (table as NamedTableReference)?.SchemaObject.BaseIdentifier.Value ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string Text(TSqlFragment node)
        => string.Concat(node.ScriptTokenStream.Skip(node.FirstTokenIndex).Take(node.LastTokenIndex - node.FirstTokenIndex + 1).Select(token => token.Text));

    /// <summary>Fragments of a kind below a node; with <paramref name="within"/> not those of queries inside it.</summary>
    private static List<T> Parts<T>(TSqlFragment node, bool within = false)
        where T : TSqlFragment
    {
        var finder = new Finder<T>(within ? node : null);
        node.Accept(finder);
        return finder.Found;
    }

    private sealed class Finder<T>(TSqlFragment? root) : TSqlFragmentVisitor
        where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment fragment)
        {
            if (fragment is T found)
            {
                Found.Add(found);
            }
        }

        public override void ExplicitVisit(QuerySpecification node)
        {
            if (root is null || node == root)
            {
                base.ExplicitVisit(node);
            }
        }
    }
}
