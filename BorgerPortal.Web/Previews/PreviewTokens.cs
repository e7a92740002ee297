using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.DataProtection;

namespace BorgerPortal.Web.Previews;

/// <summary>Writes a preview as a part of an address and reads it back. Only this portal can do either, for its own caseworker and session alone.</summary>
public sealed class PreviewTokens(IDataProtectionProvider protection)
{
    /// <summary>Nothing that is shorter is one.</summary>
    public const int Shortest = 64;

    private readonly IDataProtector _protector = protection.CreateProtector("BorgerPortal.Preview.1");

    public string Write(PreviewTicket ticket) => _protector.Protect(JsonSerializer.Serialize(ticket));

    /// <summary>What the address of a preview says; null where it is not of this caseworker's session, or they may no longer read.</summary>
    public PreviewTicket? Read(string token, ClaimsPrincipal caseWorker) =>
        Read(token) is { } ticket
        && caseWorker.Desk() == ticket.Asker
        && caseWorker.IsInRole(CaseWorkerRoles.Reads)
        && caseWorker.SessionHash() is { } session && Convert.ToHexStringLower(session) == ticket.Session
            ? ticket
            : null;

    /// <summary>The same of an address that has been looked at already.</summary>
    internal PreviewTicket? Read(string token)
    {
        try
        {
            return JsonSerializer.Deserialize<PreviewTicket>(_protector.Unprotect(token));
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
