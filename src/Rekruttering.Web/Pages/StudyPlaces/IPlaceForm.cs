using Rekruttering.Application.Places;

namespace Rekruttering.Web.Pages.StudyPlaces;

/// <summary>A page with the form about a study place.</summary>
public interface IPlaceForm
{
    StudyPlaceForm Input { get; }
}
