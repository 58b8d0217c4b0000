using FluentValidation;
using Microsoft.EntityFrameworkCore;
using SalesCrm.Application.Database;
using SalesCrm.Application.Shared;
using SalesCrm.Application.Shared.Localization;
using SalesCrm.Application.Users;

namespace SalesCrm.Application.Settings;

/// <summary>What the form of a setting brings back.</summary>
public abstract record SettingInput
{
    /// <summary>Of the rules that the form was filled from; empty for those that every database begins with.</summary>
    public Guid Version { get; set; }
}

/// <summary>Changes rules that a feature keeps as one setting. Whoever filled his form before somebody else changed them is told, and nothing is saved.</summary>
public abstract class SaveSetting<TInput, TRules>(CrmDbContext db)
    where TInput : SettingInput
    where TRules : class
{
    protected CrmDbContext Db => db;

    private protected abstract StoredSetting<TRules> Stored { get; }

    private protected abstract IValidator<TInput> Validator { get; }

    /// <summary>Said to who is no admin.</summary>
    protected abstract Text OnlyAdmins { get; }

    /// <summary>Said to who came too late.</summary>
    protected abstract Text Changed { get; }

    /// <summary>As the form shows them.</summary>
    public async Task<TInput> FormAsync(CancellationToken cancellationToken)
    {
        var (rules, version) = await Stored.FormAsync(db, cancellationToken);
        var input = Fill(rules);
        input.Version = version;
        return input;
    }

    public async Task<Outcome> ExecuteAsync(TInput input, Actor actor, CancellationToken cancellationToken)
    {
        if (Refusal(input, actor) is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await db.InTransactionAsync(actor, token => SaveAsync(input, token), cancellationToken);
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || db.Engine.IsUniqueViolation(refused))
        {
            return Outcome.Conflict(Changed);
        }
    }

    protected abstract TInput Fill(TRules rules);

    /// <param name="input">Valid.</param>
    /// <param name="before">The rules that it takes the place of.</param>
    protected abstract TRules Read(TInput input, TRules before);

    /// <summary>What the new rules change besides themselves, in their transaction and before they are written.</summary>
    protected virtual Task FollowAsync(TRules rules, CancellationToken cancellationToken) => Task.CompletedTask;

    private protected Outcome? Refusal(TInput input, Actor actor)
    {
        if (actor.Role != Role.Admin)
        {
            return Outcome.Forbidden(OnlyAdmins);
        }

        var shape = Validator.Validate(input);
        return shape.IsValid ? null : Outcome.Invalid(shape);
    }

    private async Task<Outcome> SaveAsync(TInput input, CancellationToken cancellationToken)
    {
        if (await Stored.PutAsync(db, input.Version, before => Read(input, before), cancellationToken) is not { } rules)
        {
            return Outcome.Conflict(Changed);
        }

        await FollowAsync(rules, cancellationToken);
        return Outcome.Done();
    }
}
