using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using SalesCrm.Application.Users;

namespace SalesCrm.Web.Hosting;

/// <summary>How often one may ask. A page names its limit with <c>[EnableRateLimiting(RateLimits.Search)]</c>; the general one holds everywhere.</summary>
public sealed record RateLimits
{
    public const string Login = "login";
    public const string Search = "search";
    public const string Export = "export";
    public const string Import = "import";
    public const string PublicForm = "public-form";
    public const string Upload = "upload";

    /// <summary>Tries to sign in per minute and address.</summary>
    public int LoginsPerMinute { get; init; } = 10;

    /// <summary>Searches per minute and person.</summary>
    public int SearchesPerMinute { get; init; } = 60;

    /// <summary>Exports per hour and person; an administrator has <see cref="AdminFactor"/> times as many.</summary>
    public int ExportsPerHour { get; init; } = 10;

    /// <summary>Uploads per hour and person, also refused ones; an administrator has <see cref="AdminFactor"/> times as many.</summary>
    public int ImportsPerHour { get; init; } = 6;

    /// <summary>Posts to public forms per minute and address; a stand at a fair shares one.</summary>
    public int FormPostsPerMinute { get; init; } = 10;

    /// <summary>Posts per minute to one public form, from wherever they come.</summary>
    public int PostsPerFormAndMinute { get; init; } = 60;

    /// <summary>Uploads of attachments per hour and person, also refused ones.</summary>
    public int UploadsPerHour { get; init; } = 60;

    /// <summary>Whoever moves a company's files in or out needs more of both in an hour than its people in a month.</summary>
    private const int AdminFactor = 20;

    /// <summary>Requests per minute and person, or address where nobody is signed in.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    public static IServiceCollection Add(IServiceCollection services, RateLimits limits)
    {
        var (minute, hour) = (TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => Window("all:" + Person(context), limits.RequestsPerMinute, minute)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => FormGate.TokenOf(context.Request.Path) is { Length: <= 40 } token
                    ? Writing(context, "form:" + token.ToUpperInvariant(), limits.PostsPerFormAndMinute, minute) : RateLimitPartition.GetNoLimiter("")));
            options.AddPolicy(PublicForm, context => Writing(context, "form-from:" + Address(context), limits.FormPostsPerMinute, minute));
            options.AddPolicy(Login, context => Writing(context, "login:" + Address(context), limits.LoginsPerMinute, minute));
            options.AddPolicy(Search, context => Window("search:" + Person(context), limits.SearchesPerMinute, minute));
            options.AddPolicy(Export, context => Writing(context, "export:" + Person(context), limits.ExportsPerHour * Factor(context), hour));
            options.AddPolicy(Import, context => Writing(context, "import:" + Person(context), limits.ImportsPerHour * Factor(context), hour));
            options.AddPolicy(Upload, context => Writing(context, "upload:" + Person(context), limits.UploadsPerHour, hour));
            options.OnRejected = (context, cancellationToken) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : minute;
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return IsPublic(context.HttpContext) ? new(ShortAnswer.WriteAsync(context.HttpContext.Response, StatusCodes.Status429TooManyRequests, ShortAnswer.TooOften, cancellationToken)) : ValueTask.CompletedTask;
            };
        });
    }

    private static RateLimitPartition<string> Writing(HttpContext context, string key, int permits, TimeSpan window)
        => HttpMethods.IsPost(context.Request.Method) ? Window(key, permits, window) : RateLimitPartition.GetNoLimiter("reading");

    private static RateLimitPartition<string> Window(string key, int permits, TimeSpan window)
        => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 6 });

    private static int Factor(HttpContext context) => context.User.IsInRole(nameof(Role.Admin)) ? AdminFactor : 1;

    private static string Person(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context);

    private static bool IsPublic(HttpContext context) => context.Request.Path.StartsWithSegments("/f", StringComparison.OrdinalIgnoreCase);

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
