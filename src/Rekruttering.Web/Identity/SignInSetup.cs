using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Rekruttering.Application.Data;
using Rekruttering.Application.Identity;
using Rekruttering.Application.Privacy;
using Rekruttering.Infrastructure.Database;

namespace Rekruttering.Web.Identity;

/// <summary>Who may sign in, and how: an e-mail address, a long password, five tries, and a code from an app for those who want it.</summary>
internal static class SignInSetup
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<CurrentStaff>();
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
            cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.Cookie.Name = "innlogging";
                cookie.LoginPath = "/logg-inn";
                cookie.ReturnUrlParameter = "til";
                cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
                cookie.SlidingExpiration = true;
                // A preview must not show the sign-in in its frame, which takes nobody back to the page around it. And a form that was sent
                // would be lost behind it, a long text perhaps: a page that answers instead can be loaded again, and sends the form again.
                var toSignIn = cookie.Events.OnRedirectToLogin;
                cookie.Events.OnRedirectToLogin = asked =>
                {
                    if (asked.Request.Headers["Sec-Fetch-Dest"] != "iframe" && (!HttpMethods.IsPost(asked.Request.Method) || asked.Request.Path == "/logg-ut"))
                        return toSignIn(asked);
                    asked.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                };
                // Whoever may not is told so where she stands, and not sent to a page that is not there.
                cookie.Events.OnRedirectToAccessDenied = refused =>
                {
                    refused.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            }));
        services.AddIdentityCore<AppUser>(Rules)
            .AddEntityFrameworkStores<RekrutteringDb>()
            .AddPasswordValidator<PasswordRule>()
            .AddErrorDescriber<NorwegianIdentityErrors>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        // StaffSession compares the stamp on every request; the cookie's own, slower check would only read the user once more.
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromDays(1));
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, FormsBelongToAKommune>();
        return services;
    }

    /// <summary>The keys that seal cookies and forms lie beside the database, so that a restart signs nobody out. They are as secret as it is.</summary>
    public static IServiceCollection AddKeysBesideTheDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = new DirectoryInfo(configuration["App:KeysFolder"] ?? Path.Combine(DatabaseSetup.FolderOf(configuration), "keys"));
        if (!folder.Exists && !OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName("Rekruttering").PersistKeysToFileSystem(folder);
        services.AddSingleton(new ErasureSeal(Path.Combine(folder.FullName, "erased-addresses.key")));
        return services;
    }

    private static void Rules(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = "";
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        // By length alone: rules about signs and digits make passwords that people write on notes (NIST SP 800-63B).
        identity.Password.RequiredLength = PasswordRule.MinLength;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
    }

    /// <summary>
    /// A form that was opened in one kommune is not taken in another: with two tabs and one switch, a mail would go to the wrong people.
    /// </summary>
    private sealed class FormsBelongToAKommune : IAntiforgeryAdditionalDataProvider
    {
        public string GetAdditionalData(HttpContext context) => Number(context);

        public bool ValidateAdditionalData(HttpContext context, string additionalData) =>
            additionalData == Number(context) || context.Request.Path.Value is "/kommune" or "/logg-ut" or "/min-konto";

        private static string Number(HttpContext context) => context.RequestServices.GetRequiredService<CurrentStaff>().KommuneNumber ?? "";
    }
}
