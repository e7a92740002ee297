namespace BorgerPortal.Web.Api.Description;

// For the schema alone: a call reads its body member by member, so that every broken one is told.

/// <summary>Which time the citizen books, how they meet, and the caseworker wished for, where there is a choice.</summary>
internal sealed record Bookinganmodning(string MoedeStarttidspunkt, int SamtaleformType, string? SagsbehandlerEksterntId);
