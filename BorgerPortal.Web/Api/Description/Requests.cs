namespace BorgerPortal.Web.Api.Description;

// For the schema alone: a call reads its body member by member, so that every broken one is told.

/// <summary>Which time the citizen books, how they meet, and the caseworker wished for, where there is a choice.</summary>
internal sealed record Bookinganmodning(string MoedeStarttidspunkt, int SamtaleformType, string? SagsbehandlerEksterntId);

/// <summary>To which time the citizen moves a meeting; how they meet and with whom, where that is to be another than before.</summary>
internal sealed record Ombookinganmodning(string MoedeStarttidspunkt, int? SamtaleformType, string? SagsbehandlerEksterntId);

/// <summary>An error that the citizen has met: on which offer or booking, what it was and when.</summary>
internal sealed record Fejlanmodning(
    Guid? MoedetilbudId, Guid? IndkaldelseId, int Fejlkode, string? Fejltekst, int FejlOphav, string FejlTidspunkt);
