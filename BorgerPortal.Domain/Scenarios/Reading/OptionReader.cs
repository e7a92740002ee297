using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>
/// Reads an offer. Codes outside the code lists, lengths of 0 or less and whatever else breaks a rule on the assembled
/// booking are taken as they stand: real planners send such offers.
/// </summary>
internal static class OptionReader
{
    public static ScenarioOption Read(JsonFields fields)
    {
        IReadOnlyList<string> caseWorkers = fields.List("sagsbehandlere", JsonValues.Text(TextFacet.Identifier));
        IReadOnlyList<Personnummer> citizens = fields.List<Personnummer>("borgere", JsonValues.Person);
        var option = new PlannedOption
        {
            Id = fields.Required<Guid>("moedetilbudId", JsonValues.Id),
            JobCentreCode = fields.Text("jobcenter", TextFacet.JobCentreCode),
            Active = fields.Flag("aktiv", otherwise: true),
            ValidFrom = fields.OptionalDate("gyldigFra"),
            ValidTo = fields.OptionalDate("gyldigTil"),
            ContactGroups = [.. fields.List("kontaktgrupper", JsonValues.Number()).Distinct()],
            ForNamedCitizens = citizens.Count > 0,
            InterviewType = fields.Required("samtaleType", JsonValues.Number()),
            InterviewFormType = fields.Required("moedeGruppeType", JsonValues.Number()),
            ContactTypes = [.. fields.FilledList("samtaleformer", JsonValues.Number()).Distinct()],
            Location = LocationReader.OfOption(fields),
            DurationMinutes = fields.Required("moedeVarighed", Lengths.Minutes),
            Title = fields.Text("moedetitel", TextFacet.Title),
            Description = fields.OptionalText("moedebeskrivelse", TextFacet.Long),
            FirstTimeslot = fields.OptionalInstant("foersteMoedetid"),
            LastTimeslot = fields.OptionalInstant("sidsteMoedetid"),
            AllowChoiceOfSupervisor = fields.Flag("borgerKanVaelgeSagsbehandler"),
            RebookingPossible = fields.Flag("ombookingMulig"),
            RebookingDeadlineHours = fields.Optional("ombookingsfristTimer", Lengths.Hours),
            RebookingDeadline = fields.OptionalInstant("ombookingsfrist"),
            CancellationPossible = fields.Flag("aflysningMulig"),
            CancellationDeadlineHours = fields.Optional("aflysningsfristTimer", Lengths.Hours),
            CancellationDeadline = fields.OptionalInstant("aflysningsfrist"),
            CompulsoryAttendance = fields.Flag("moedepligt"),
            ShowCaseWorker = fields.Flag("visSagsbehandler", otherwise: true),
            ShouldCitizenCall = fields.Flag("borgerSkalRinge"),
            PhoneNumber = fields.OptionalText("telefonnummer", TextFacet.PhoneNumber),
            DigitalContact = fields.OptionalText("digitalKontakt", TextFacet.DigitalContact),
            PrintComment = fields.OptionalText("bemaerkning", TextFacet.Long),
        };
        return new ScenarioOption(fields.Path, option, caseWorkers, citizens);
    }
}
