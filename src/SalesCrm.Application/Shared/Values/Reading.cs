using System.Diagnostics.CodeAnalysis;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared.Values;

/// <summary>
/// What reading a typed text gave: a value, which is null where the text was empty, or the reason why it cannot be read.
/// A text is never guessed at: what could mean two things is refused.
/// </summary>
internal readonly record struct Reading<T>(T? Value, Text? Problem)
{
    [MemberNotNullWhen(true, nameof(Problem))]
    public bool IsRefused => Problem is not null;

    public static Reading<T> Refused(Text problem) => new(default, problem);

    public static implicit operator Reading<T>(T? value) => new(value, null);
}
