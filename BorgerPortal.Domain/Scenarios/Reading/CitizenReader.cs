using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Reading;

internal static class CitizenReader
{
    private static readonly TextFacet Email = new(IsEmail, "Not an e-mail address.");
    private static readonly TextFacet CustomerNumber = TextFacet.Length(1, 50);

    public static ScenarioCitizen Read(JsonFields fields) => new(
        fields.Path,
        fields.Required<Personnummer>("personnummer", JsonValues.Person),
        fields.Text("fornavne", TextFacet.GivenNames),
        fields.Text("efternavn", TextFacet.Surname),
        fields.OptionalText("email", Email),
        fields.OptionalText("mobil", TextFacet.PhoneNumber),
        fields.Text("jobcenter", TextFacet.JobCentreCode),
        fields.Required("kontaktgruppe", JsonValues.Number()),
        fields.OptionalText("kundenummer", CustomerNumber),
        fields.Flag("doed"),
        fields.Objects("fravaer", ReadAbsence),
        fields.Objects("frister", ReadDeadline));

    /// <summary>An absence whose first day is not told has been there since ever.</summary>
    private static ScenarioAbsence ReadAbsence(JsonFields fields) => new(
        fields.Required("type", JsonValues.Number()),
        fields.OptionalDate("fra") ?? DateOnly.MinValue,
        fields.OptionalDate("til"));

    private static ScenarioDeadline ReadDeadline(JsonFields fields)
    {
        var status = (DeadlineStatus)(fields.Optional("friststatusType", JsonValues.Number(1, 3)) ?? 1);
        var metBy = fields.Optional<Guid>("indfriesAf", JsonValues.Id, required: status == DeadlineStatus.Met);
        return new ScenarioDeadline(
            fields.Path,
            status,
            fields.Required("samtaleType", JsonValues.Number()),
            fields.Date("fristdato"),
            fields.Date("sidsteAfholdelsesdato"),
            fields.OptionalDate("udstedt"),
            metBy);
    }

    /// <summary>Enough that a mail server is not asked for nonsense; whether it reaches anybody, only a mail can tell.</summary>
    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= 254 && at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
    }
}
