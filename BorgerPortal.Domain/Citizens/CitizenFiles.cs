using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Citizens;

/// <summary>Finds citizens and reads their files.</summary>
public sealed class CitizenFiles(IBookingReader reader, PersonnummerVault vault)
{
    /// <summary>The citizen's file as of now; null where nobody is known by that personnummer or id.</summary>
    public async Task<CitizenFile?> ReadAsync(CitizenReference reference, Moment moment, CancellationToken cancellationToken) =>
        await reader.ReadAsync(FileOf(reference, moment), cancellationToken);

    /// <summary>The question that <see cref="ReadAsync"/> asks, for those who ask more with it.</summary>
    public ReadCitizenFile FileOf(CitizenReference reference, Moment moment) => new(KeyOf(reference), DanishTime.StartOfDay(moment.Today));

    /// <summary>Our own id of the citizen; null where nobody is known by that personnummer or id.</summary>
    public async Task<long?> FindIdAsync(CitizenReference reference, CancellationToken cancellationToken) =>
        await reader.ReadAsync(new FindCitizen(KeyOf(reference)), cancellationToken);

    /// <summary>How the database finds the citizen.</summary>
    public CitizenKey KeyOf(CitizenReference reference) =>
        new(reference.Id, reference.TryGetPersonnummer(out var personnummer) ? vault.Lookup(personnummer) : []);
}
