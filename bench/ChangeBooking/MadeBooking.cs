using System.Data.Common;

namespace BorgerPortal.Bench.ChangeBooking;

/// <summary>A booking that is there when the benchmark begins.</summary>
internal sealed record MadeBooking(Guid Id, long CaseWorkerId)
{
    /// <summary>All of them, by their number: citizen 1 has number 0.</summary>
    public static async Task<IReadOnlyList<MadeBooking>> ReadAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, case_worker_id FROM bookings ORDER BY citizen_id";
        await using var reader = await command.ExecuteReaderAsync();
        var made = new List<MadeBooking>();
        while (await reader.ReadAsync())
        {
            made.Add(new MadeBooking(reader.GetGuid(0), reader.GetInt64(1)));
        }

        return made;
    }
}
