using Rekruttering.Application;
using Rekruttering.Application.Outbox;
using Rekruttering.Infrastructure.Database;
using Rekruttering.Infrastructure.Extracts;
using Rekruttering.Infrastructure.Links;
using Rekruttering.Infrastructure.Mail;
using Rekruttering.Web.Commands;
using Rekruttering.Web.Hosting;
using Rekruttering.Web.Identity;
using Rekruttering.Web.Jobs;
using Rekruttering.Web.Pages.Campaigns;

var line = CommandLine.Read(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = line.Configuration, ContentRootPath = AppContext.BaseDirectory });
builder.UseDemo();
builder.ListenOnLoopbackByDefault();
builder.LogWithoutSecrets(silent: line.IsCommand);
builder.WebHost.UseStaticWebAssets();

builder.Services
    .AddSingleton(TimeProvider.System)
    .AddRekrutteringDatabase(builder.Configuration)
    .AddUseCases()
    .AddExtracts()
    .AddMail(builder.Configuration)
    .AddLinks(builder.Configuration)
    .AddSending(builder.Configuration)
    .AddJobs(builder.Configuration)
    .AddSignIn()
    .AddKeysBesideTheDatabase(builder.Configuration)
    .AddPagesInNorwegian()
    .AddErrorPages()
    .AddLimitsOnGuessing(builder.Configuration)
    .AddTrustedProxies(builder.Configuration)
    .AddFirstAdministratorLink();

await using var app = builder.Build();
if (line.IsCommand)
    return await OperatorCommands.RunAsync(app.Services, line.Command, CommandIo.OfConsole);

app.UseForwardedHeaders();
app.UseHsts();
app.UseSecurityHeaders();
app.UseRequestLog();
app.UseRequestLocalization();
app.UseErrorPages();
app.UseUploadLimit(builder.Configuration);
app.UseRouting();
app.UsePagesBeforeMail();
app.UseRateLimiter();
app.UseAuthentication();
app.UseStaffSession();
app.UseStaffGate();

app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapGet("/", () => Results.Redirect("/oversikt"));
app.MapCampaignStream();
app.MapHealth();

await app.Services.MigrateAsync();
if (!await app.PrepareDemoAsync(builder.Services))
    return 1;
await app.RunAsync();
return 0;

/// <summary>The program; named so that tests can start it.</summary>
public sealed partial class Program;
