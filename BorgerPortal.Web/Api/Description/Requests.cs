namespace BorgerPortal.Web.Api.Description;

// For the schema alone: a call reads its body member by member, so that every broken one is told.

/// <summary>Which time the citizen books, how they meet, and the caseworker wished for, where there is a choice.</summary>
internal sealed record Bookinganmodning(string MoedeStarttidspunkt, int SamtaleformType, string? SagsbehandlerEksterntId);

/// <summary>The answer while the booking system has not confirmed yet: the reference, and when the citizen asked.</summary>
internal sealed record AfventendeBooking(string Tilstand, string Reference, string Tidspunkt);
