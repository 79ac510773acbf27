namespace Mlj.Hosting.Web.Endpoints;

/// <summary>The interface as a whole, under its documented prefix and the former one.</summary>
internal static class Api
{
    private const string Prefix = "/api";
    private const string FormerPrefix = "/api/hybrid";

    public static void MapApi(this WebApplication app)
    {
        Map(app.MapGroup(Prefix));
        Map(app.MapGroup(FormerPrefix).ExcludeFromDescription());
        app.MapStatus();
    }

    private static void Map(RouteGroupBuilder api)
    {
        api.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapSessions();
        api.MapFiles();
        api.MapRoster();
        api.MapResults();
        api.MapPeople();
        api.MapPlans();
        api.MapDownloads();
        api.MapData();
        api.MapAssistant();
        api.MapGroup("").ExcludeFromDescription().MapStatus();
    }
}
