namespace SalesCrm.Application.Shared.Localization;

/// <summary>
/// A sentence for a person: the Chinese composite format is at once its text and the key of its English translation
/// (<c>Translations/en.*.json</c>). Arguments that are a <see cref="Text"/> are translated too, days are said as <see cref="DayWords"/> says.
/// </summary>
public readonly record struct Text(string Format, params object?[] Args)
{
    /// <summary>Stands before the meaning of a word that English says in two ways: <c>电话␟联系</c> is shown as 电话 and translated by itself.</summary>
    public const char Meaning = '␟';

    public static implicit operator Text(string format) => new(format);

    /// <summary>The Chinese sentence.</summary>
    public override string ToString() => Translations.Chinese.Say(this);
}
