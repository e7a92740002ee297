namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>The citizen is still as the decision saw them; the version rises, so that others notice.</summary>
public sealed record ExpectCitizen(long CitizenId, long Version) : Write
{
    public override string Sql => "UPDATE citizens SET version = version + 1 WHERE id = @id AND version = @version";

    public override WriteRefusal? Refusal => WriteRefusal.Stale;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@id", CitizenId);
        parameters.Add("@version", Version);
    }
}

/// <summary>The offer is still as the decision saw it. It is only looked at: bookings of one offer do not wait for each other.</summary>
public sealed record ExpectOption(Guid OptionId, long Version) : Write
{
    // No lock either: offers change only while no plan is under way (IBookingWriter.RunAloneAsync).
    public override string Sql => "SELECT 1 FROM options WHERE id = @id AND version = @version";

    public override WriteRefusal? Refusal => WriteRefusal.Stale;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@id", OptionId);
        parameters.Add("@version", Version);
    }
}
