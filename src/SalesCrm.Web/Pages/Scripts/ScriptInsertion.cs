using System.Globalization;
using SalesCrm.Application.Scripts;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Visits;

namespace SalesCrm.Web.Pages.Scripts;

/// <summary>What a button of the panel does to the follow-up form: it puts a text into it or counts a use; nothing is saved of the form.</summary>
public sealed class ScriptInsertion(ScriptList list, UseScript use)
{
    /// <param name="pressed">What the button says: <c>feedback-12</c>, <c>topic-12</c>, <c>use-12</c>, with <c>-yes</c> once a sensitive one is confirmed.</param>
    /// <param name="input">The form.</param>
    /// <param name="actor">Who types.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ScriptPanel> ApplyAsync(string? pressed, VisitInput input, Actor actor, CancellationToken cancellationToken)
    {
        var parts = (pressed ?? "").Split('-');
        Outcome<string>? outcome = null;
        if (parts.Length > 1 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            outcome = await use.ExecuteAsync(id, parts.Length > 2 && parts[2] == "yes", actor, cancellationToken);
            if (outcome.IsDone)
            {
                Put(parts[0], outcome.Value!, input);
            }
        }

        var asks = outcome is { Kind: OutcomeKind.Invalid };
        return new(null, await list.SuggestAsync(new(), PanelModel.Size, cancellationToken), asks ? $"{parts[0]}-{parts[1]}" : null, asks ? UseScript.AskFirst : default(Text?));
    }

    private static void Put(string where, string text, VisitInput input)
    {
        if (where == "feedback")
        {
            input.Feedback = string.IsNullOrWhiteSpace(input.Feedback) ? text : $"{input.Feedback.TrimEnd()}\n{text}";
        }
        else if (where == "topic")
        {
            var line = text.ReplaceLineEndings(" ");
            input.Topic = string.IsNullOrWhiteSpace(input.Topic) ? line : $"{input.Topic.TrimEnd()} {line}";
        }
    }
}
