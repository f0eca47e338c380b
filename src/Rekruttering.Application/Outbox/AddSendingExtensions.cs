using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Rekruttering.Application.Outbox;

/// <summary>What sending needs beside the use cases: the parts of the outbox, and a composer for each kind of mail.</summary>
public static class AddSendingExtensions
{
    /// <summary>
    /// Every <see cref="IMailComposer"/> of this assembly is found by itself. Links begin with <c>App:BaseUrl</c>; without it with the first
    /// of <c>urls</c>, which is right for a trial on one's own machine only.
    /// </summary>
    public static IServiceCollection AddSending(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(AddressIn(configuration)).AddSingleton<SenderState>().AddSingleton<PagesFirst>().AddSingleton<MailConnections>();
        services.AddScoped<OutboxLines>().AddScoped<ReplyAddresses>().AddScoped<OutboxClaims>().AddScoped<MailWriter>().AddScoped<MailLedger>();
        foreach (var composer in typeof(IMailComposer).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IMailComposer))))
            services.AddScoped(typeof(IMailComposer), composer);
        return services;
    }

    private static PublicAddress AddressIn(IConfiguration configuration)
    {
        var named = configuration["App:BaseUrl"];
        var listened = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        var text = named ?? listened?.Replace("*", "localhost").Replace("+", "localhost").Replace("0.0.0.0", "localhost") ?? "http://127.0.0.1:5080";
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https")
            ? new PublicAddress(uri)
            : throw new InvalidOperationException("App:BaseUrl must be an absolute address, like https://rekruttering.example.com.");
    }
}
