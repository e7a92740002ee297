using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Scenarios.Loading;
using BorgerPortal.Domain.Scenarios.Reading;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Scenarios;

/// <summary>
/// Loads a scenario file: what the embedded planner and the portal know, for demonstrations, tests and moving in from
/// another system. All of it or nothing; loading a file again gives the same rows.
/// </summary>
public sealed class ScenarioImporter(IBookingWriter writer, PersonnummerVault vault, TimeProvider clock)
{
    /// <summary>
    /// Reads the file some rows at a time, checks all of it and writes it in one transaction. Relative dates count from
    /// today in Denmark.
    /// </summary>
    /// <param name="json">The file, UTF-8; it must be one that can be gone back in, since its collections need each other in an order of their own.</param>
    /// <param name="progress">Is told after every few thousand rows.</param>
    /// <param name="cancellationToken">Ends it; nothing is written then.</param>
    /// <returns>
    /// How much was loaded, or the faults: every one of shape, values, keys and references (of very many, the first thousand;
    /// a file that is no JSON is one too), and those that only the writing can find, such as a time that is taken, as far as
    /// the collections before are sound.
    /// </returns>
    public async Task<ImportOutcome> ImportAsync(Stream json, IProgress<ScenarioProgress>? progress, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        var faults = new FaultList();
        if (await ScenarioIndex.MakeAsync(json, faults, cancellationToken) is not { } index)
        {
            return faults.ToOutcome();
        }

        var reader = new ScenarioReader(json, index, new ScenarioDates(moment.Today), faults);
        try
        {
            return await writer.RunAloneAsync(
                async (context, token) =>
                {
                    // Changes are looked for once for some thousand rows, and not at every row.
                    context.ChangeTracker.AutoDetectChangesEnabled = false;
                    var counts = await new ImportRun(context, vault, moment, faults, progress, token).LoadAsync(reader);

                    // What was written before the fault was found is taken back with it.
                    return faults.IsEmpty ? new ImportOutcome(counts, []) : throw new ImportRefusedException();
                },
                cancellationToken);
        }
        catch (ImportRefusedException)
        {
            return faults.ToOutcome();
        }
    }
}
