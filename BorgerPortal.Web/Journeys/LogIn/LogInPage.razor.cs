using System.Globalization;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Time;
using BorgerPortal.Web.Components.Shared;
using BorgerPortal.Web.Resources;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Journeys.LogIn;

/// <summary>The demo log-in: a form that is posted, so that the number travels in the body and nowhere else.</summary>
public sealed partial class LogInPage
{
    private const int MostPeople = 50;

    private IReadOnlyList<Citizen> _people = [];
    private IReadOnlyList<DemoCaseWorker> _workers = [];
    private IReadOnlyList<FieldError> _errors = [];

    [Inject]
    public required IStringLocalizer<Texts> T { get; set; }

    [Inject]
    public required LogInMode Mode { get; set; }

    [Inject]
    public required CitizenFiles Files { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Inject]
    public required IDbContextFactory<BookingDbContext> Contexts { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    [SupplyParameterFromForm(FormName = "personnummer")]
    public string? Personnummer { get; set; }

    [SupplyParameterFromForm(FormName = "borger")]
    public string? CitizenId { get; set; }

    [SupplyParameterFromForm(FormName = "sagsbehandler")]
    public string? CaseWorkerId { get; set; }

    /// <summary>Where they were when the last log-in ended.</summary>
    [SupplyParameterFromQuery(Name = Urls.ReturnKey)]
    public string? ReturnTo { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (Mode.IsDemo)
        {
            await using var context = await Contexts.CreateDbContextAsync();
            _people = await context.Citizens.AsNoTracking().OrderBy(citizen => citizen.Id).Take(MostPeople).ToListAsync();
            var workers =
                from worker in context.CaseWorkers.AsNoTracking().OrderBy(worker => worker.Id).Take(MostPeople)
                join jobCentre in context.JobCentres on worker.JobCentreCode equals jobCentre.Code
                orderby worker.Id
                select new { Worker = worker, jobCentre.Name };
            _workers = [.. (await workers.ToListAsync()).Select(row => new DemoCaseWorker(row.Worker.Id, row.Worker.FullName, row.Name, row.Worker.Roles))];
        }
    }

    private async Task LogInAsync()
    {
        if (!Mode.IsDemo)
        {
            return;
        }

        var reference = long.TryParse(CitizenId, CultureInfo.InvariantCulture, out var id)
            ? CitizenReference.ById(id)
            : CitizenReference.ByPersonnummer(Personnummer?.Trim());
        if (await FindAsync(reference) is { } citizen)
        {
            await HttpContext.SignInAsync(citizen);
            Navigation.NavigateTo(ReturnToOf(isCaseWorker: false) ?? Urls.MyPage);
            return;
        }

        _errors = [new FieldError("personnummer", "personnummer", reference.IsWellFormed ? T["DemoLogIn_Unknown"] : T["DemoLogIn_Malformed"])];
    }

    private async Task LogInCaseWorkerAsync()
    {
        if (!Mode.IsDemo || !long.TryParse(CaseWorkerId, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        await using var context = await Contexts.CreateDbContextAsync();
        if (await context.CaseWorkers.AsNoTracking().SingleOrDefaultAsync(worker => worker.Id == id) is { } worker)
        {
            await HttpContext.SignInAsync(worker);
            Navigation.NavigateTo(ReturnToOf(isCaseWorker: true) ?? Urls.CaseWorkers);
        }
    }

    /// <summary>Where they were, if that is a page of theirs: another kind of user may have been here before.</summary>
    private string? ReturnToOf(bool isCaseWorker) =>
        LocalAddress.Or(ReturnTo, "") is { Length: > 0 } address
        && Navigation.ToAbsoluteUri(address).AbsoluteUri is var whole && whole.StartsWith(Navigation.BaseUri, StringComparison.Ordinal)
        && Urls.IsOfCaseWorkers(Navigation.ToBaseRelativePath(whole)) == isCaseWorker
            ? address
            : null;

    private async Task<Citizen?> FindAsync(CitizenReference reference) =>
        (await Files.ReadAsync(reference, Moment.Read(Clock), HttpContext.RequestAborted))?.Citizen;

    private sealed record DemoCaseWorker(long Id, string Name, string JobCentre, IReadOnlyList<string> Roles);
}
