using FluentValidation.Results;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Application.Shared;

/// <summary>What came of a use case: done, or a reason that a user can act on. Bugs and broken infrastructure throw instead.</summary>
public enum OutcomeKind
{
    Done,
    Invalid,
    NotFound,
    Forbidden,
    Conflict,
}

/// <summary>A refusal that belongs to one property of the input; an empty <paramref name="Property"/> means the whole form.</summary>
public sealed record Problem(string Property, Text Message);

/// <summary>What came of a use case that has nothing to hand back.</summary>
public record Outcome(OutcomeKind Kind, IReadOnlyList<Problem> Problems)
{
    public bool IsDone => Kind == OutcomeKind.Done;

    public static Outcome Done() => new(OutcomeKind.Done, []);
    public static Outcome Invalid(string property, Text message) => new(OutcomeKind.Invalid, [new(property, message)]);
    public static Outcome Invalid(IReadOnlyList<Problem> problems) => new(OutcomeKind.Invalid, problems);
    public static Outcome Invalid(ValidationResult result) => Invalid(ProblemsOf(result));
    public static Outcome NotFound() => new(OutcomeKind.NotFound, []);
    public static Outcome Forbidden(Text why) => new(OutcomeKind.Forbidden, [new("", why)]);
    public static Outcome Conflict(Text message) => new(OutcomeKind.Conflict, [new("", message)]);

    internal static Problem[] ProblemsOf(ValidationResult result)
        => result.Errors.Select(error => new Problem(error.PropertyName, error.CustomState as Text? ?? error.ErrorMessage)).ToArray();
}

/// <summary>What came of a use case that hands back <typeparamref name="T"/> when it is done.</summary>
public sealed record Outcome<T>(OutcomeKind Kind, IReadOnlyList<Problem> Problems, T? Value) : Outcome(Kind, Problems)
{
    public static implicit operator Outcome<T>(T value) => new(OutcomeKind.Done, [], value);

    public static Outcome<T> From(Outcome refusal) => refusal.IsDone
        ? throw new InvalidOperationException("A done outcome needs its value.")
        : new(refusal.Kind, refusal.Problems, default);

    public static new Outcome<T> Invalid(string property, Text message) => From(Outcome.Invalid(property, message));
    public static new Outcome<T> Invalid(IReadOnlyList<Problem> problems) => From(Outcome.Invalid(problems));
    public static new Outcome<T> Invalid(ValidationResult result) => From(Outcome.Invalid(result));
    public static new Outcome<T> NotFound() => From(Outcome.NotFound());
    public static new Outcome<T> Forbidden(Text why) => From(Outcome.Forbidden(why));
    public static new Outcome<T> Conflict(Text message) => From(Outcome.Conflict(message));
}
