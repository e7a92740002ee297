using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BorgerPortal.Domain.Security;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.Serving;

/// <summary>
/// Makes the cookie and the session of a citizen who has logged in, with the portal's own keys: in Production nobody can
/// log in by typing a personnummer, and it is Production that is measured.
/// </summary>
internal sealed class CitizenCookie(Portal portal, TimeProvider clock)
{
    private readonly PersonnummerVault _vault = new(KeyRing.Open(portal.KeyFile, mayCreate: false));

    /// <summary>As the value of a Cookie header.</summary>
    /// <param name="citizen">The portal's own id.</param>
    public string Of(long citizen)
    {
        var id = RandomNumberGenerator.GetHexString(64, lowercase: true);
        using var connection = new SqliteConnection($"Data Source={portal.DatabaseFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"INSERT INTO log_in_sessions (id_hash, kind, subject_id, begun_at, used_at) VALUES (@id_hash, 1, {citizen}, @now, @now)");
        command.Parameters.AddWithValue("@id_hash", _vault.Hash(Encoding.UTF8.GetBytes(id)));
        command.Parameters.AddWithValue("@now", clock.GetUtcNow().ToUnixTimeMilliseconds());
        command.ExecuteNonQuery();
        return $"__Host-borgerportal={id}";
    }
}
