using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Application.Outbox;
using Rekruttering.Infrastructure.Database;

namespace Rekruttering.Web.Commands;

/// <summary>
/// `--demo`: the program as it is, over invented kommuner. The data lie in data/ at the top of the source tree, or in the working folder
/// where there is none; a second start goes on with them.
/// </summary>
internal static class DemoSetup
{
    private const string SignInFile = "demo-sign-in.txt";

    /// <summary>To be called before anything reads the configuration.</summary>
    public static WebApplicationBuilder UseDemo(this WebApplicationBuilder builder)
    {
        if (!IsDemo(builder.Configuration))
            return builder;
        Directory.SetCurrentDirectory(TopOfTheTree() ?? Directory.GetCurrentDirectory());
        // What is configured elsewhere wins. A campaign of a demo should be seen to arrive.
        builder.Configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?> { [$"{MailOptions.Section}:{nameof(MailOptions.PerMinute)}"] = "600" },
        });
        return builder;
    }

    /// <summary>
    /// Fills a fresh database, and prints how to sign in once the program answers. False, with a sentence, when the database holds something
    /// else: nobody wants invented students among real ones.
    /// </summary>
    public static async Task<bool> PrepareDemoAsync(this WebApplication app, IServiceCollection services)
    {
        if (!IsDemo(app.Configuration))
            return true;
        var file = new FileInfo(Path.Combine(DatabaseSetup.FolderOf(app.Configuration), SignInFile));
        var (isEmpty, isOurs) = await LookAsync(app.Services);
        if (!isEmpty && !(isOurs && file.Exists))
        {
            await Console.Error.WriteLineAsync("The database holds other data than a whole demo: move data/ away, or name another database in ConnectionStrings:Rekruttering.");
            return false;
        }
        var password = file.Exists ? (await File.ReadAllTextAsync(file.FullName)).Trim() : NewPassword();
        if (isEmpty)
        {
            await using var stage = new DemoStage(services, app.Configuration, TimeProvider.System.GetUtcNow());
            await new DemoStory(stage, password).TellAsync();
            await WriteAsync(file, password);
        }
        await KeepWordAsync(app.Services, password);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(
            $"Demo sign-in: {DemoStory.AdministratorEmail} {password}\nReads only: {DemoStory.ReaderEmail} {password}"));
        return true;
    }

    private static bool IsDemo(IConfiguration configuration) => configuration.GetValue<bool>(CommandLine.Demo);

    private static async Task<(bool IsEmpty, bool IsOurs)> LookAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<KommuneScope>().EnterEverywhere();
        var db = scope.ServiceProvider.GetRequiredService<RekrutteringDb>();
        return (!await db.Users.AnyAsync() && !await db.Students.AnyAsync(), await db.Users.AnyAsync(u => u.Email == DemoStory.AdministratorEmail));
    }

    /// <summary>The line that is printed must work, also after somebody has changed the password or guessed too often.</summary>
    private static async Task KeepWordAsync(IServiceProvider services, string password)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        foreach (var email in (string[])[DemoStory.AdministratorEmail, DemoStory.ReaderEmail])
        {
            if (await users.FindByEmailAsync(email) is not { } user)
                continue;
            if (!await users.CheckPasswordAsync(user, password))
                await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
            await users.SetLockoutEndDateAsync(user, null);
        }
    }

    private static async Task WriteAsync(FileInfo file, string password)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(file.FullName, options);
        await writer.WriteLineAsync(password);
    }

    // Without the letters that are mistaken for each other; 77 bits.
    private static string NewPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));

    private static string? TopOfTheTree()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rekruttering.sln")))
                return folder.FullName;
        }
        return null;
    }
}
