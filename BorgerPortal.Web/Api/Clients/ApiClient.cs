namespace BorgerPortal.Web.Api.Clients;

/// <summary>A system that may call the API in citizens' names.</summary>
/// <param name="Name">Its name, as the audit log and the request ids know it.</param>
/// <param name="ClientSystem">The authority's id of the system, such as 32 (Jobnet).</param>
/// <param name="KeyHash">SHA-256 of its key; the key itself is not kept.</param>
internal sealed record ApiClient(string Name, int ClientSystem, byte[] KeyHash);
