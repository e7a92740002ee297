using System.Text.Json;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Scenarios.Writing;

internal static class OptionWriter
{
    public static void Write(Utf8JsonWriter json, PlannedOption option, IReadOnlyList<string> caseWorkers, IReadOnlyList<string> citizens)
    {
        json.Text("moedetilbudId", option.Id.ToString());
        json.Text("jobcenter", option.JobCentreCode);
        json.Flag("aktiv", option.Active);
        json.Date("gyldigFra", option.ValidFrom);
        json.Date("gyldigTil", option.ValidTo);
        json.Numbers("kontaktgrupper", option.ContactGroups);
        json.Texts("borgere", citizens);
        json.Number("samtaleType", option.InterviewType);
        json.Number("moedeGruppeType", option.InterviewFormType);
        json.Numbers("samtaleformer", option.ContactTypes);
        json.Location(option.Location);
        json.Number("moedeVarighed", option.DurationMinutes);
        json.Text("moedetitel", option.Title);
        json.Text("moedebeskrivelse", option.Description);
        json.Instant("foersteMoedetid", option.FirstTimeslot);
        json.Instant("sidsteMoedetid", option.LastTimeslot);
        json.Flag("borgerKanVaelgeSagsbehandler", option.AllowChoiceOfSupervisor);
        json.Texts("sagsbehandlere", caseWorkers);
        json.Flag("ombookingMulig", option.RebookingPossible);
        json.Number("ombookingsfristTimer", option.RebookingDeadlineHours);
        json.Instant("ombookingsfrist", option.RebookingDeadline);
        json.Flag("aflysningMulig", option.CancellationPossible);
        json.Number("aflysningsfristTimer", option.CancellationDeadlineHours);
        json.Instant("aflysningsfrist", option.CancellationDeadline);
        json.Flag("moedepligt", option.CompulsoryAttendance);
        json.Flag("visSagsbehandler", option.ShowCaseWorker);
        json.Flag("borgerSkalRinge", option.ShouldCitizenCall);
        json.Text("telefonnummer", option.PhoneNumber);
        json.Text("digitalKontakt", option.DigitalContact);
        json.Text("bemaerkning", option.PrintComment);
    }
}
