using System.Globalization;
using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Previews;
using BorgerPortal.Domain.Time;
using BorgerPortal.Web.Components.Shared;
using BorgerPortal.Web.Journeys.Book;
using BorgerPortal.Web.Previews;
using BorgerPortal.Web.Security;
using Microsoft.AspNetCore.Components;

namespace BorgerPortal.Web.Journeys.CaseWorkers.Previewing;

/// <summary>Chooses whom to see the citizens' pages as, and when. A citizen is looked up with a reason before anything is shown.</summary>
public sealed partial class ChoosePreview
{
    private const string ACitizen = "borger";
    private const string MadeUp = "opdigtet";

    private readonly ProfileForm _profile = new();
    private IReadOnlyList<FieldError> _errors = [];
    private bool _isMadeUp;
    private string? _personnummer;
    private string? _reason;
    private string _date = "";
    private string _clock = "";

    [Inject]
    public required LookUpCitizen LookUp { get; set; }

    [Inject]
    public required PreviewPortals Portals { get; set; }

    [Inject]
    public required PreviewTokens Tokens { get; set; }

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected override void OnInitialized()
    {
        var now = Clock.GetUtcNow().ToDanish();
        (_date, _clock) = (AddressTime.Write(now.DanishDate()), now.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    private void Choose(ChangeEventArgs chosen)
    {
        if (chosen.Value is ACitizen or MadeUp)
        {
            _isMadeUp = chosen.Value is MadeUp;
        }
    }

    private async Task OpenAsync()
    {
        (Fault, _errors) = (null, []);
        var errors = new List<FieldError>();
        var at = AddressTime.Read($"{_date}T{_clock}");
        if (at is null)
        {
            errors.Add(new FieldError("dato", "dato", T["Preview_WhenFault"]));
        }

        var profile = _isMadeUp ? _profile.Read(T, errors) : null;
        if (errors.Count > 0 || (_isMadeUp && profile is null))
        {
            _errors = errors;
            return;
        }

        var whose = await AskAsync(Policies.CaseWorkerReads, async desk =>
            new PreviewTicket(await SessionAsync(), desk, at!.Value, T["Preview_MadeUpName"], Profile: profile));
        if (whose is not null && profile is null)
        {
            whose = await LookUpAsync(whose);
        }

        if (whose is not null && MayBeOpened(whose))
        {
            _personnummer = null;
            Navigation.NavigateTo(Urls.Preview(Tokens.Write(whose)), forceLoad: true);
        }
    }

    private async Task<string> SessionAsync() => Convert.ToHexStringLower((await Users.GetAuthenticationStateAsync()).User.SessionHash() ?? []);

    /// <summary>Null where nobody of the jobcentre's has that number, or the database is away.</summary>
    private async Task<PreviewTicket?> LookUpAsync(PreviewTicket ticket)
    {
        var request = new LookUpRequest(ticket.Asker, CitizenReference.ByPersonnummer(_personnummer?.Trim()), _reason);
        if (await AskAsync(Policies.CaseWorkerReads, _ => LookUp.ExecuteAsync(request, CancellationToken.None)) is not { } found)
        {
            return null;
        }

        _errors = [.. found.Errors.Select(error => error switch
        {
            { Field: LookUpValidator.Reason } => ReasonField.Fault(T),
            { Field: LookUpValidator.Personnummer } => new FieldError(LookUpValidator.Personnummer, LookUpValidator.Personnummer, T["DemoLogIn_Malformed"]),
            _ => new FieldError(LookUpValidator.Personnummer, LookUpValidator.Personnummer, T["Preview_Unknown"]),
        })];
        return found.IsError ? null : ticket with { Name = found.Value.Name, CitizenId = found.Value.CitizenId };
    }

    private bool MayBeOpened(PreviewTicket ticket)
    {
        var opened = Portals.Open(ticket.ToPreview());
        if (!opened.IsError)
        {
            opened.Value.Dispose();
            return true;
        }

        _errors = [new FieldError("profil", "kontaktgruppe", T["Profile_PlannerIsElsewhere"])];
        return false;
    }

    private bool Has(string field) => _errors.Any(error => error.Field == field);

    private static string TextOf(ChangeEventArgs chosen) => chosen.Value as string ?? "";

    private string DescribedBy(string field) => $"{field}-hint" + (Has(field) ? $" {FieldErrorText.IdOf(field)}" : "");
}
