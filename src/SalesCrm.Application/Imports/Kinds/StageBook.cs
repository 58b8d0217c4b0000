using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Imports.Running;
using SalesCrm.Application.Opportunities;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Shared.Texts;

namespace SalesCrm.Application.Imports.Kinds;

/// <summary>The steps of the pipeline as files name them: by the company's own names first, then by the product's.</summary>
internal sealed class StageBook
{
    /// <summary>What kinds call the field that names a step.</summary>
    public const string Field = "Stage";

    private readonly Dictionary<string, StageCode> _codes = new(StringComparer.Ordinal);
    private Dictionary<StageCode, Stage> _stages = [];

    public async Task LoadAsync(ImportRun run, CancellationToken cancellationToken)
    {
        if (_stages.Count > 0)
        {
            return;
        }

        _stages = await run.Db.Stages.AsNoTracking().ToDictionaryAsync(stage => stage.Code, cancellationToken);
        foreach (var (name, code) in _stages.Values.Select(stage => (stage.Name, stage.Code))
            .Concat(_stages.Values.Where(stage => stage.EnglishName is not null).Select(stage => (Name: stage.EnglishName!, stage.Code)))
            .Concat(FieldWords.Stages.Select(word => (Name: word.Key, Code: word.Value))))
        {
            _codes.TryAdd(NameKey.Of(name), code);
        }
    }

    public StageCode? CodeOf(string? name) => name is not null && _codes.TryGetValue(NameKey.Of(name), out var code) ? code : null;

    public IEnumerable<string> Names => _stages.Values.OrderBy(stage => stage.Position).Select(stage => stage.Name);

    public Text Refusal(string name) => new("没有阶段“{0}”，可以写：{1}", name, string.Join('、', Names));

    /// <summary>The words of the file, where they are not the step's own name or code; exports then write them back.</summary>
    public string? AliasOf(string name, StageCode code)
        => name == _stages[code].Name || name.Equals(code.ToString(), StringComparison.OrdinalIgnoreCase) ? null : name;

    public string NameOf(StageCode code) => _stages[code].Name;

    public DateOnly? DueFrom(StageCode code, DateOnly day) => _stages[code].DueFrom(day);
}
