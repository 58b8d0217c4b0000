namespace SalesCrm.Application.Competitors;

/// <summary>How to win against a competitor.</summary>
/// <param name="HowToWin">In one paragraph.</param>
/// <param name="Answers">A pair on each line: what it says → what we answer.</param>
/// <param name="Traps">What to watch out for.</param>
/// <param name="Proof">What shows that we are right.</param>
public sealed record BattleCard(string? HowToWin, string? Answers, string? Traps, string? Proof)
{
    private static readonly string[] Arrows = ["→", "=>", "->", "➡"];

    public bool IsEmpty => HowToWin is null && Answers is null && Traps is null && Proof is null;

    /// <summary>What it says, and what we answer; no answer where the line has no arrow.</summary>
    public IReadOnlyList<(string TheySay, string? WeAnswer)> Pairs
        => (Answers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(Arrows, 2, StringSplitOptions.TrimEntries))
            .Select(pair => (pair[0], pair.Length > 1 && pair[1].Length > 0 ? pair[1] : null)).ToList();
}
