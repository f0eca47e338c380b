using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rekruttering.TestSupport;

namespace Rekruttering.Tests.Guards;

/// <summary>A handler that takes a POST ("" is the one without a name), and the fields in which it is told an id.</summary>
internal sealed record PostHandler(string Name, IReadOnlyList<string> IdFields);

/// <summary>One way into a page: its route, and its handlers.</summary>
internal sealed record PageRoute(RoutePattern Pattern, IReadOnlyList<PostHandler> PostHandlers)
{
    /// <summary>"studenter/{id}".</summary>
    public string Text => Pattern.Text;

    /// <summary>Has the secret of a link in it: for a student, or for somebody who gets an account.</summary>
    public bool IsPersonal => Pattern.Parameters.Contains("token");

    /// <summary>The address with this value for every parameter.</summary>
    public string With(object value) => Pattern.With(value);

    /// <inheritdoc/>
    public override string ToString() => "/" + Text;
}

/// <summary>A route's text and the names of its parameters.</summary>
internal sealed record RoutePattern(string Text, IReadOnlyList<string> Parameters, Func<object, string> With);

/// <summary>Reads the routes from the running program, so that a page which somebody adds is walked too.</summary>
internal static class Routes
{
    /// <summary>Every page of the program.</summary>
    public static async Task<IReadOnlyList<PageRoute>> OfAsync(RekrutteringApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var routes = new List<PageRoute>();
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
                continue;
            var compiled = await loader.LoadAsync(page, endpoint.Metadata);
            var bound = compiled.BoundProperties.SelectMany(property => IdFields(property.Name, property.ParameterType)).ToList();
            var posts = compiled.HandlerMethods.Where(handler => handler.HttpMethod == "Post")
                .Select(handler => new PostHandler(handler.Name ?? "", [.. bound, .. handler.Parameters.SelectMany(parameter => IdFields(parameter.Name, parameter.ParameterType))])).ToList();
            routes.Add(new PageRoute(Read(endpoint.RoutePattern), posts));
        }
        return [.. routes.DistinctBy(route => route.Text).OrderBy(route => route.Text, StringComparer.Ordinal)];
    }

    // "id", or "Input.TemplateId": one step down is as deep as our forms go.
    private static IEnumerable<string> IdFields(string name, Type type) => IsId(type)
        ? [name]
        : type.Namespace?.StartsWith("Rekruttering", StringComparison.Ordinal) == true ? type.GetProperties().Where(property => IsId(property.PropertyType)).Select(property => $"{name}.{property.Name}") : [];

    private static bool IsId(Type type) => type == typeof(Guid) || type == typeof(Guid?) || typeof(IEnumerable<Guid>).IsAssignableFrom(type);

    private static RoutePattern Read(Microsoft.AspNetCore.Routing.Patterns.RoutePattern pattern) => new(
        string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            _ => "",
        })))),
        [.. pattern.Parameters.Select(parameter => parameter.Name)],
        value => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            _ => Uri.EscapeDataString(value.ToString()!),
        })))));
}
