using System.CommandLine;
using Rekruttering.Application.Identity;
using Rekruttering.Domain.Common;

namespace Rekruttering.Web.Commands;

/// <summary>`user add`: an account and a role in a kommune. `user link`: a way in for somebody who is locked out.</summary>
internal static class UserCommand
{
    public static Command Create(IServiceProvider services, CommandIo io) =>
        new("user", "Accounts and roles.") { Add(services, io), Link(services, io) };

    private static Command Add(IServiceProvider services, CommandIo io)
    {
        var email = Email();
        var kommune = CommandOptions.Kommune();
        var role = new Option<string>("--role") { Description = "administrator, recruiter or reader.", Required = true };
        role.AcceptOnlyFromAmong("administrator", "recruiter", "reader");
        var fromStdin = new Option<bool>("--password-stdin") { Description = "Read the password from standard input, one line. Without it a new account gets a link." };
        var json = CommandOptions.Json();
        var command = new Command("add", "Add a user, or change what a user may do.") { email, kommune, role, fromStdin, json };
        command.SetAction(async (parsed, stop) =>
        {
            var password = parsed.GetValue(fromStdin) ? await ReadPasswordAsync(io.Input, stop) : null;
            await using var scope = services.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<AddUser>().ExecuteAsync(
                parsed.GetValue(email)!, parsed.GetValue(kommune)!, Enum.Parse<Role>(parsed.GetValue(role)!, ignoreCase: true), password, stop);
            if (!result.IsOk)
                throw new CommandFailedException(Explain(result.Refusal));
            var user = result.Value!;
            var link = user.PasswordHash is null ? await LinkAsync(scope.ServiceProvider, user, OneTimeLinkPurpose.Invitation, stop) : null;
            await io.ReportAsync(parsed.GetValue(json), new { email = user.Email, kommune = parsed.GetValue(kommune), role = parsed.GetValue(role), link },
                $"{user.Email} is {parsed.GetValue(role)} in {parsed.GetValue(kommune)}." + (link is null ? "" : $" Choose a password within 7 days: {link}"));
            return 0;
        });
        return command;
    }

    private static Command Link(IServiceProvider services, CommandIo io)
    {
        var email = Email();
        var json = CommandOptions.Json();
        var command = new Command("link", "Print a one-time link by which a user chooses a new password (24 hours).") { email, json };
        command.SetAction(async (parsed, stop) =>
        {
            await using var scope = services.CreateAsyncScope();
            var users = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<AppUser>>();
            var user = await users.FindByEmailAsync(parsed.GetValue(email)!) ?? throw new CommandFailedException("There is no user with this address.");
            var link = await LinkAsync(scope.ServiceProvider, user, user.PasswordHash is null ? OneTimeLinkPurpose.Invitation : OneTimeLinkPurpose.PasswordReset, stop);
            await io.ReportAsync(parsed.GetValue(json), new { email = user.Email, link }, link);
            return 0;
        });
        return command;
    }

    private static Argument<string> Email() => new("EMAIL") { Description = "The e-mail address, which is also the user name." };

    private static async Task<string> LinkAsync(IServiceProvider services, AppUser user, OneTimeLinkPurpose purpose, CancellationToken stop)
    {
        var token = await services.GetRequiredService<IssueOneTimeLink>().ExecuteAsync(purpose, user.Id, stop);
        var root = services.GetRequiredService<IConfiguration>()["App:BaseUrl"]?.TrimEnd('/') ?? "";
        return $"{root}{(purpose == OneTimeLinkPurpose.Invitation ? "/invitasjon/" : "/nytt-passord/")}{token}";
    }

    private static async Task<string> ReadPasswordAsync(TextReader input, CancellationToken stop)
    {
        var line = await input.ReadLineAsync(stop);
        return string.IsNullOrEmpty(line) ? throw new CommandFailedException("Standard input holds no password.") : line;
    }

    /// <summary>The operator reads English; the refusals are the screens' sentences.</summary>
    private static string Explain(Refusal refusal) => refusal switch
    {
        InvalidInput { FieldName: "Email" } => "This is not an e-mail address.",
        { Field: "Email" } => "This is not an e-mail address that can be used.",
        AccountRefused { Field: "Password" } => $"The password must have at least {Identity.PasswordRule.MinLength} characters.",
        AccountRefused => "The password is the e-mail address, or one of those that everybody tries first: choose another.",
        _ => "The user could not be added.",
    };
}
