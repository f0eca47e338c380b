using Microsoft.Extensions.Options;
using Rekruttering.Application.Outbox;

namespace Rekruttering.Infrastructure.Mail;

/// <summary>The faults of the section, and what the compiled stack cannot do.</summary>
sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = options.Faults().Concat(MailTransports.Faults(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
