using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Web.Api.Wire;

internal sealed record Moedetilbudsliste(IReadOnlyList<Moedetilbud> Moedetilbud)
{
    public static Moedetilbudsliste Of(SelfbookInterviewOptions answer) => new([.. answer.Options.Select(Wire.Moedetilbud.Of)]);
}

internal sealed record Moedetilbud(
    Guid MoedetilbudId,
    int SamtaleType,
    int MoedeGruppeType,
    IReadOnlyList<int> Samtaleformer,
    MoedeLokation? MoedeLokation,
    int MoedeVarighed,
    string? FoersteMoedetid,
    string? SidsteMoedetid,
    bool BorgerKanVaelgeSagsbehandler,
    string Moedetitel,
    string? Moedebeskrivelse,
    IReadOnlyList<Sagsbehandler> Sagsbehandlere)
{
    public static Moedetilbud Of(InterviewOption option) => new(
        option.Id,
        option.InterviewType,
        option.InterviewFormType,
        option.ContactTypes,
        MoedeLokation.Of(option.Location),
        option.DurationMinutes,
        option.FirstTimeslot?.ToWire(),
        option.LastTimeslot?.ToWire(),
        option.AllowChoiceOfSupervisor,
        option.Title,
        option.Description,
        [.. option.Supervisors.Select(Sagsbehandler.Of)]);
}
