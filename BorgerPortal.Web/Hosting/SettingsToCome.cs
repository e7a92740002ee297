namespace BorgerPortal.Web.Hosting;

/// <summary>Settings of what this release has not. To ask for it stops the start: nobody is to believe that it is there.</summary>
internal static class SettingsToCome
{
    private const string Serve = "Planner:Serve";

    /// <exception cref="StartRefusedException">Something is asked for that is not there.</exception>
    public static void Refuse(IConfiguration configuration)
    {
        var serve = configuration[Serve];
        if (!string.IsNullOrWhiteSpace(serve) && !(bool.TryParse(serve, out var isAskedFor) && !isAskedFor))
        {
            throw new StartRefusedException($"{Serve}: this release does not serve its planner to other systems. Set it to false, or leave it out.");
        }
    }
}
