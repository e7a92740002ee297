using System.Globalization;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Security;
using FluentValidation;

namespace BorgerPortal.Domain.CaseWorkers;

/// <summary>Whom a caseworker wants to look up, and why.</summary>
/// <param name="Asker">Who asks.</param>
/// <param name="Citizen">Whom they ask about.</param>
/// <param name="Reason">Why, in 5 to 500 characters; the citizen reads it.</param>
public sealed record LookUpRequest(Desk Asker, CitizenReference Citizen, string? Reason);

public sealed class LookUpValidator : AbstractValidator<LookUpRequest>
{
    public const int ShortestReason = 5;

    /// <summary>What the fields are called in the errors.</summary>
    public const string Personnummer = "personnummer";
    public const string Reason = "begrundelse";

    public LookUpValidator()
    {
        RuleFor(request => request.Citizen.IsWellFormed).Equal(true).OverridePropertyName(Personnummer);
        RuleFor(request => request.Reason)
            .Must(reason => reason?.Trim().Length is >= ShortestReason and <= AuditEntry.LongestReason).OverridePropertyName(Reason);
    }
}

/// <summary>A citizen who has been looked up.</summary>
/// <param name="CitizenId">Our own id.</param>
/// <param name="Name">The whole name.</param>
public sealed record LookedUpCitizen(long CitizenId, string Name);

/// <summary>
/// A caseworker looks a citizen up. The look is in the citizen's log, with its reason, before anything is answered. Errors:
/// 1014 for each field that is not well formed; 8111 alike for a personnummer that nobody has and for a citizen of another
/// jobcentre, who reads of the attempt too.
/// </summary>
public sealed class LookUpCitizen(CitizenFiles files, IBookingReader reader, ReadAudit audit, TimeProvider clock)
{
    private static readonly LookUpValidator Validator = new();

    /// <exception cref="BookingStoreUnavailableException">The look could not be written down: nothing is shown.</exception>
    public async Task<Result<LookedUpCitizen>> ExecuteAsync(LookUpRequest request, CancellationToken cancellationToken)
    {
        if (Validator.Validate(request) is { IsValid: false } faults)
        {
            return Result<LookedUpCitizen>.Failed([.. faults.Errors.Select(fault => new Error(Errors.InvalidMessage, fault.PropertyName))]);
        }

        // The same two statements whoever is asked about: neither the answer nor its time tells whether somebody is known elsewhere.
        var found = await reader.ReadAsync(new FindPerson(files.KeyOf(request.Citizen)), cancellationToken);
        var isOwn = found?.JobCentreCode == request.Asker.JobCentreCode;
        await audit.WriteAsync(new AuditEntry
        {
            At = clock.GetUtcNow(),
            ActorKind = ActorKind.CaseWorker,
            Actor = request.Asker.CaseWorkerId.ToString(CultureInfo.InvariantCulture),
            CitizenId = found?.Id,
            JobCentreCode = request.Asker.JobCentreCode,
            Operation = AuditNames.LookUpCitizen,
            Reason = PersonnummerMask.Apply(request.Reason!.Trim()),
            Codes = isOwn ? [] : [Errors.CitizenLookupFailed.Number],
        });
        return isOwn ? new LookedUpCitizen(found!.Id, $"{found.GivenNames} {found.Surname}") : Errors.CitizenLookupFailed;
    }
}
