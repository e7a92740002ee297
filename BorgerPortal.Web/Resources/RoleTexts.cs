using BorgerPortal.Domain.Planner;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Resources;

/// <summary>What a caseworker may do, in words.</summary>
public static class RoleTexts
{
    public static string Role(this IStringLocalizer<Texts> texts, string role) => role switch
    {
        CaseWorkerRoles.Reads => texts["Role_Reads"],
        CaseWorkerRoles.Books => texts["Role_Books"],
        CaseWorkerRoles.Administers => texts["Role_Administers"],
        _ => role,
    };
}
