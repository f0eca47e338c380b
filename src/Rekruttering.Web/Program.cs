using Rekruttering.Web.Hosting;
using Rekruttering.Web.Identity;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.LogWithoutSecrets();
builder.Services
    .AddPagesInNorwegian()
    .AddErrorPages()
    .AddLimitsOnGuessing(builder.Configuration)
    .AddTrustedProxies(builder.Configuration)
    .AddSingleton(TimeProvider.System)
    .AddScoped<CurrentStaff>();

var app = builder.Build();
app.UseForwardedHeaders();
app.UseHsts();
app.UseSecurityHeaders();
app.UseRequestLog();
app.UseRequestLocalization();
app.UseErrorPages();
app.UseUploadLimit(builder.Configuration);
app.UseRouting();
app.UseRateLimiter();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
await app.RunAsync();

/// <summary>The program; named so that tests can start it.</summary>
public sealed partial class Program;
