using BorgerPortal.Domain.Planner;
using BorgerPortal.Web.Previews;
using Microsoft.AspNetCore.Authorization;

namespace BorgerPortal.Web.Security;

/// <summary>Who may be where. A page or an address that is somebody's names one of these.</summary>
public static class Policies
{
    public const string Citizen = "Citizen";
    /// <summary>A caseworker who looks at a citizen's page in a preview.</summary>
    public const string Preview = "Preview";

    public const string CaseWorkerReads = "CaseWorkerReads";
    public const string CaseWorkerBooks = "CaseWorkerBooks";
    public const string CaseWorkerAdministers = "CaseWorkerAdministers";

    internal static void AddPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Citizen, policy => policy.RequireAssertion(context => context.User.CitizenId() is not null))
        .AddPolicy(Preview, policy => policy.RequireAssertion(context => context.User.PreviewToken() is not null))
        .AddPolicy(CaseWorkerReads, OfCaseWorkers(CaseWorkerRoles.Reads))
        .AddPolicy(CaseWorkerBooks, OfCaseWorkers(CaseWorkerRoles.Books))
        .AddPolicy(CaseWorkerAdministers, OfCaseWorkers(CaseWorkerRoles.Administers));

    private static Action<AuthorizationPolicyBuilder> OfCaseWorkers(string role) =>
        policy => policy.RequireAssertion(context => context.User.Desk() is not null && context.User.IsInRole(role));
}
