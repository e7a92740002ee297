using BorgerPortal.Domain;

namespace BorgerPortal.Web.Components.Shared;

/// <summary>Why a page cannot show or do what was asked for.</summary>
/// <param name="Errors">An operation's errors, the leading one first; none where the portal itself could not answer.</param>
/// <param name="Reference">What the citizen tells us, and what the log knows it by.</param>
public sealed record Fault(IReadOnlyList<Error> Errors, string Reference)
{
    /// <summary>What was asked for would have changed something, and this is a preview.</summary>
    public bool IsPreview { get; init; }

    public bool Has(ErrorCode code) => Errors.Any(error => error.Code == code);
}
