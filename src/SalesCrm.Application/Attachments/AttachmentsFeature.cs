using Microsoft.Extensions.DependencyInjection;

namespace SalesCrm.Application.Attachments;

internal static class AttachmentsFeature
{
    internal static IServiceCollection AddAttachments(this IServiceCollection services) => services
        .AddScoped<AttachFiles>()
        .AddScoped<AttachmentLimit>()
        .AddScoped<AttachmentList>()
        .AddScoped<OpenFile>()
        .AddScoped<RemoveFile>();
}
