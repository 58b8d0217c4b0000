using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Imports.Kinds;
using SalesCrm.Application.Imports.Mapping;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Spreadsheets;
using SalesCrm.Application.Shared.Texts;
using SalesCrm.Application.Shared.Time;

namespace SalesCrm.Application.Imports.Uploads;

/// <summary>Accepts the mapping of an uploaded file, remembers it for the next file with the same headers, and has it tried.</summary>
public sealed class MapImport(CrmDbContext db, ImportQueue queue, CompanyClock clock)
{
    public sealed record Input
    {
        public string Kind { get; set; } = "";
        public string Sheet { get; set; } = "";

        /// <summary>The system that the file comes from; null leaves it as the profile says.</summary>
        public string? System { get; set; }

        /// <summary>How dates that end with the year are written, "mdy" or "dmy"; null leaves it as the profile says.</summary>
        public string? Dates { get; set; }

        /// <summary>One for each column of the file, in its order: the field, or nothing.</summary>
        public List<string?> Fields { get; set; } = [];

        /// <summary>What an empty cell of the column means; further ones belong to <see cref="Fields"/> that the file has no column for.</summary>
        public List<string?> Defaults { get; set; } = [];

        /// <summary>For each column what stands in the file and what is meant, as <see cref="ValueLines"/>.</summary>
        public List<string?> Values { get; set; } = [];

        /// <summary>Words that the last dry run did not know, and what was chosen for them of those that are known.</summary>
        public List<Swap> Swaps { get; set; } = [];

        /// <summary>What may be created.</summary>
        public List<string> Create { get; set; } = [];
    }

    public sealed record Swap
    {
        public string Field { get; set; } = "";
        public string Word { get; set; } = "";

        /// <summary>Empty where the word stays.</summary>
        public string? Known { get; set; }
    }

    public async Task<Outcome> ExecuteAsync(Guid handle, Input input, Actor actor, CancellationToken cancellationToken)
    {
        var import = await db.Imports.SingleOrDefaultAsync(row => row.Handle == handle && row.CreatedById == actor.UserId, cancellationToken);
        if (import?.Content is null)
        {
            return Outcome.NotFound();
        }

        if (import.State is ImportState.Checking or ImportState.Committing or ImportState.Committed)
        {
            return Outcome.Conflict("这次导入已在进行或已完成");
        }

        try
        {
            var (profile, hash) = await ProfileAsync(import, input, await ImportKinds.CreateAsync(db, input.Kind, actor, cancellationToken), actor, cancellationToken);
            (import.Kind, import.Sheet) = (profile.Kind, input.Sheet);
            import.TryWith(profile, db.Now);
            await RememberedMapping.KeepAsync(db, profile, hash, actor, cancellationToken);
            await db.SaveAsync(actor, cancellationToken);
        }
        catch (MappingRefusedException refused)
        {
            return Outcome.Invalid("Fields", refused.Reason);
        }
        catch (TableRefusedException refused)
        {
            return Outcome.Invalid("Fields", refused.Reason);
        }

        queue.Add(new ImportJob(handle, actor, Commit: false, AllOrNothing: false));
        return Outcome.Done();
    }

    private async Task<(MappingProfile Profile, string Hash)> ProfileAsync(Import import, Input input, ImportKind kind, Actor actor, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(import.Content!);
        using var file = TableFile.Open(stream, import.FileName);
        var found = ImportSheet.Of(file, input.Sheet, kind.AllFields);
        var columns = new Dictionary<string, string>();
        foreach (var (column, field) in found.Header.Columns.Zip(input.Fields).Where(pair => !string.IsNullOrEmpty(pair.Second)))
        {
            if (!columns.TryAdd(column.Name, field!))
            {
                throw new MappingRefusedException(new Text("有 {0} 列都叫“{1}”，请先改名", 2, column.Name));
            }
        }

        var (defaults, values) = (new Dictionary<string, string>(), new Dictionary<string, IReadOnlyDictionary<string, string>>());
        for (var index = 0; index < input.Fields.Count; index++)
        {
            if (input.Fields[index] is not { Length: > 0 } field)
            {
                continue;
            }

            if (CleanText.Line(input.Defaults.ElementAtOrDefault(index)) is { } filled)
            {
                defaults[field] = filled;
            }

            if (ValueLines.Read(input.Values.ElementAtOrDefault(index)) is { Count: > 0 } meant)
            {
                values[field] = meant;
            }
        }

        await SwapAsync(input, kind, values, actor, cancellationToken);
        var hash = ImportMapping.HashOf(found.Header);
        var rules = await RulesAsync(import, found, kind, hash, actor, cancellationToken);

        // A column that somebody chose counts, not the rule that would have made the field.
        var chosen = columns.Values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        rules = rules with { Fields = rules.Fields.Where(rule => !chosen.Contains(rule.Key)).ToDictionary(), System = CleanText.Line(input.System) ?? (input.System is null ? rules.System : ""), Dates = input.Dates is { } order && YearLast.IsOrder(order) ? order : rules.Dates };
        foreach (var field in rules.Fields.Keys)
        {
            Keep(rules.Defaults, defaults, field);
            Keep(rules.Values, values, field);
        }

        var profile = rules with { Kind = kind.Name, Columns = columns, Defaults = defaults, Values = values, Create = input.Create };
        MappedColumns.Of(profile, kind.AllFields, found.Header);
        return profile.System.Length > MappingProfile.LongestSystem ? throw new MappingRefusedException(new Text("系统名最多 {0} 个字", MappingProfile.LongestSystem)) : (profile, hash);
    }

    /// <summary>Adds what was chosen for unknown words, for fields that a column still leads to.</summary>
    private async Task SwapAsync(Input input, ImportKind kind, Dictionary<string, IReadOnlyDictionary<string, string>> values, Actor actor, CancellationToken cancellationToken)
    {
        var swaps = input.Swaps.Where(swap => !string.IsNullOrEmpty(swap.Known) && !string.IsNullOrEmpty(swap.Word) && !string.IsNullOrEmpty(swap.Field) && input.Fields.Contains(swap.Field)).ToLookup(swap => swap.Field);
        var known = await KnownWords.OfAsync(db, clock, kind, swaps.Select(swap => swap.Key), actor, cancellationToken);
        foreach (var field in swaps)
        {
            if (field.FirstOrDefault(swap => !known[field.Key].Contains(swap.Known)) is { } foreign)
            {
                throw new MappingRefusedException(new Text("“{0}”不是系统里已有的词，请从列表里选", CleanText.Shortened(foreign.Known!, 40)));
            }

            var meant = values.GetValueOrDefault(field.Key)?.ToDictionary() ?? [];
            foreach (var swap in field)
            {
                meant[swap.Word] = swap.Known!;
            }

            values[field.Key] = meant;
        }
    }

    private static void Keep<T>(IReadOnlyDictionary<string, T> from, Dictionary<string, T> to, string field)
    {
        if (from.TryGetValue(field, out var value))
        {
            to.TryAdd(field, value);
        }
    }

    /// <summary>What a profile, the choice for such headers before, or the guess says beside columns: the page shows it and does not change it.</summary>
    private async Task<MappingProfile> RulesAsync(Import import, ImportSheet found, ImportKind kind, string hash, Actor actor, CancellationToken cancellationToken)
        => import.Profile is { } own && MappingProfile.Parse(own) is var given && given.Kind == kind.Name ? given
            : await RememberedMapping.ReadAsync(db, kind.Name, hash, actor, cancellationToken) ?? found.Complete(new MappingProfile { Kind = kind.Name }, kind);
}
