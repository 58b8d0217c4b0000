namespace SalesCrm.Application.LeadForms;

/// <summary>What a new form says until the admin says it in his own words.</summary>
public static class FormTexts
{
    public const string Consent = "我同意贵公司保存以上信息，并就我的咨询与我联系。我可以随时要求删除。";
    public const string ConsentEnglish = "I agree that the company stores these details and contacts me about my request. I may ask for their deletion at any time.";
    public const string Thanks = "谢谢，我们会尽快与您联系。";
    public const string ThanksEnglish = "Thank you. We will contact you soon.";
}
