using System.Globalization;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Security;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using BorgerPortal.Tests.Support.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.CaseWorkers;

public abstract class LookUpCitizenTests : IAsyncLifetime
{
    public sealed class OnSqlite : LookUpCitizenTests;

    public sealed class OnPostgreSql : LookUpCitizenTests;

    private const string Reason = "Borgeren ringede";

    private readonly StatementLog _log = new();
    private TestPortal _portal = null!;
    private CaseWorker _worker = null!;
    private Citizen _own = null!;
    private Citizen _others = null!;

    public ValueTask InitializeAsync() => StartAsync(_log.Listen);

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task LookUp_OwnCitizen_IsInTheLogWithTheReason()
    {
        var result = await AskAsync(NumberOf(_own));

        Assert.Equal(new LookedUpCitizen(_own.Id, "Anna Berg"), result.Value);
        var entry = await ReadAsync();
        Assert.Equal(
            (ActorKind.CaseWorker, _worker.Id.ToString(CultureInfo.InvariantCulture), TestPortal.Aarhus, _own.Id, AuditNames.LookUpCitizen, Reason),
            (entry.ActorKind, entry.Actor, entry.JobCentreCode, entry.CitizenId, entry.Operation, entry.Reason));
        Assert.Empty(entry.Codes);
    }

    [Fact]
    public async Task LookUp_OthersCitizenAndNobodys_AnswerAlikeAndAreBothInTheLog()
    {
        _log.Clear();
        var others = await AskAsync(NumberOf(_others));
        var asked = _log.All;
        _log.Clear();
        var nobodys = await AskAsync("3112505999");

        Assert.Equal([Errors.CitizenLookupFailed], others.Errors);
        Assert.Equal(others.Errors, nobodys.Errors);
        Assert.Equal(asked, _log.All);
        var entries = await _portal.ReadAsync(context => context.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync());
        Assert.Equal([_others.Id, null], entries.Select(entry => entry.CitizenId));
        Assert.All(entries, entry =>
        {
            Assert.Equal((TestPortal.Aarhus, Reason), (entry.JobCentreCode, entry.Reason));
            Assert.Equal([8111], entry.Codes);
        });
    }

    /// <summary>Nobody is shown who is not in the log.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LookUp_LogCannotBeWritten_ShowsNothing(bool isOwn)
    {
        await _portal.DisposeAsync();
        await StartAsync(services => services.WrapWriter(inner => new FailingWriter(inner)));
        _portal.Get<FailingWriter>().IsDown = true;

        await Assert.ThrowsAsync<BookingStoreUnavailableException>(() => AskAsync(NumberOf(isOwn ? _own : _others)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  1234  ")]
    public async Task LookUp_ReasonTooShort_IsA1014AndLooksNobodyUp(string? reason)
    {
        _log.Clear();
        var result = await AskAsync(NumberOf(_own), reason);

        Assert.Equal([new Error(Errors.InvalidMessage, LookUpValidator.Reason)], result.Errors);
        Assert.Empty(_log.All);
    }

    [Fact]
    public async Task LookUp_NothingWellFormed_IsA1014ForEachField()
    {
        var result = await AskAsync("12", new string('x', AuditEntry.LongestReason + 1));

        Assert.Equal([LookUpValidator.Personnummer, LookUpValidator.Reason], result.Errors.Select(error => error.Field));
        Assert.Equal(0, await _portal.ReadAsync(context => context.AuditEntries.CountAsync()));
    }

    [Theory]
    [InlineData("Spurgte om 010150-5321 i går", "Spurgte om *********** i går")]
    [InlineData("  0101505321  ", "**********")]
    [InlineData("Sag 123456789", "Sag 123456789")]
    public async Task LookUp_ReasonWithWhatCouldBeAPersonnummer_IsMasked(string reason, string kept)
    {
        await AskAsync(NumberOf(_own), reason);

        Assert.Equal(kept, (await ReadAsync()).Reason);
    }

    [Fact]
    public async Task LookUp_EveryStatement_GoesByAnIndex()
    {
        _log.Clear();
        await AskAsync(NumberOf(_own));

        Assert.Equal(2, _log.All.Count);
        Assert.Empty(await QueryPlans.WholeTablesAsync(_portal.Services, _log.All, _log.Lengths.Keys));
    }

    private async ValueTask StartAsync(Action<IServiceCollection> configure)
    {
        _portal = await TestPortal.StartAsync(configure: configure);
        await _portal.World.AddJobCentresAsync();
        _worker = await _portal.World.AddCaseWorkerAsync("RID-1");
        _own = await _portal.World.AddCitizenAsync();
        _others = await _portal.World.AddCitizenAsync(citizen => (citizen.GivenNames, citizen.JobCentreCode) = ("Fremmed", TestPortal.Odense));
    }

    private Task<Result<LookedUpCitizen>> AskAsync(string personnummer, string? reason = Reason) => _portal.Get<LookUpCitizen>().ExecuteAsync(
        new LookUpRequest(new Desk(_worker.Id, _worker.JobCentreCode), CitizenReference.ByPersonnummer(personnummer), reason), TestContext.Current.CancellationToken);

    private string NumberOf(Citizen citizen) => _portal.Services.GetRequiredService<PersonnummerVault>().Decipher(citizen.PersonnummerCipher).Reveal();

    private Task<AuditEntry> ReadAsync() => _portal.ReadAsync(context => context.AuditEntries.AsNoTracking().SingleAsync());
}
