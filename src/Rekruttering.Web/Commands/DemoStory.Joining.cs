using Rekruttering.Application.Contact;
using Rekruttering.Application.Demo;
using Rekruttering.Application.Students.Joining;
using Rekruttering.Domain.Students;

namespace Rekruttering.Web.Commands;

// The open page of the story: who signed up by it, and confirmed it by the link in the mail.
internal sealed partial class DemoStory
{
    private async Task JoinAsync(Place place)
    {
        stage.Go(20, 10);
        await stage.DoAsync<OpenOrCloseSignUps>(place.Number, page => page.ExecuteAsync(open: true));
        var newcomers = InventedStudents.Of(place.Number, stage.Today).Skip(place.Students + 10).Where(s => s is { Email: not null, StudyPlaceCode: not null, StartTerm: not null }).Take(2).ToList();
        await SignUpAsync(place, newcomers[0], 1, confirms: true);
        await SignUpAsync(place, newcomers[1], 0, confirms: false);
        // Was known already, and has a new telephone number.
        var known = (await StudentsAsync(place)).First(s => s.StartTerm is not null && s.StudyPlaceCode is not null && s.Phone is not null);
        await SignUpAsync(place, known.Details with { Phone = "+4741298765" }, 1, confirms: true);
    }

    private async Task SignUpAsync(Place place, StudentDetails who, int daysAgo, bool confirms)
    {
        stage.Go(daysAgo, 7, 40);
        var page = await stage.RunAsync<OpenSignUpPage, SignUpPage?>(place.Number, open => open.ReadAsync(place.Number));
        await stage.DoAsync<TakeSignUp>(place.Number, take => take.ExecuteAsync(page!, new SignUpForm
        {
            FirstName = who.FirstName,
            LastName = who.LastName,
            Email = who.Email,
            Phone = who.Phone,
            StudyPlaceCode = who.StudyPlaceCode,
            Start = who.StartTerm!.Value.Index,
            GraduationYear = who.GraduationYear,
            GraduationMonth = who.GraduationMonth,
            Ties = [TieKind.GrewUp],
            Wanted = [.. ChooseMail.Kinds],
            WrittenForm = who.WrittenForm,
        }, who.WrittenForm));
        await stage.StrikeAsync();
        if (confirms && stage.LinkTo(who.Email) is { } link)
            await stage.GetAsync<ConfirmSignUp, ConfirmedSignUp>(place.Number, confirm => confirm.ExecuteAsync(link));
    }
}
