using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using SalesCrm.Application.Shared.Localization;

namespace SalesCrm.Web.Formats;

/// <summary>What the framework itself says about a field, in the language of the request. The label stands beside it, so no name is repeated.</summary>
public sealed class ModelMessages : IValidationMetadataProvider
{
    public static string Required => Say("请填写");

    public static string TooLong => Say("太长了，最多 {1} 个字");

    public static string OutOfRange => Say("请填写 {1} 到 {2} 之间的数");

    public static string Mail => Say("这不是一个邮箱地址");

    public static string Wrong => Say("填写的内容不对");

    public static void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => Say(new Text("「{0}」不是这里能填的内容", value)));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Say(new Text("「{0}」不是这里能填的内容", value)));
        messages.SetValueIsInvalidAccessor(value => Say(new Text("「{0}」不是这里能填的内容", value)));
        messages.SetValueMustBeANumberAccessor(_ => Say("请填写一个数"));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Say("请填写一个数"));
        messages.SetValueMustNotBeNullAccessor(_ => Required);
        messages.SetMissingBindRequiredValueAccessor(_ => Required);
        messages.SetMissingKeyOrValueAccessor(() => Required);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Required);
        messages.SetUnknownValueIsInvalidAccessor(_ => Wrong);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Wrong);
        options.ModelMetadataDetailsProviders.Add(new ModelMessages());
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessageResourceType = typeof(ModelMessages);
                attribute.ErrorMessageResourceName = attribute switch
                {
                    RequiredAttribute => nameof(Required),
                    StringLengthAttribute or MaxLengthAttribute => nameof(TooLong),
                    RangeAttribute => nameof(OutOfRange),
                    EmailAddressAttribute => nameof(Mail),
                    _ => nameof(Wrong),
                };
            }
        }
    }

    private static string Say(Text text) => Translations.Current.Say(text);
}
