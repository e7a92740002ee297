using System.Security.Cryptography;
using System.Text.Json;

namespace BorgerPortal.Domain.Security;

/// <summary>
/// The secrets that a personnummer is kept under: one for looking up, and ciphers by their id, so that a new one can be
/// taken into use while old rows can still be read. They lie in a file of their own, never in the database.
/// </summary>
public sealed record KeyRing(byte[] Lookup, IReadOnlyDictionary<byte, byte[]> Ciphers, byte CurrentCipher)
{
    private const int KeyLength = 32;

    public static KeyRing Create() => new(
        RandomNumberGenerator.GetBytes(KeyLength),
        new Dictionary<byte, byte[]> { [1] = RandomNumberGenerator.GetBytes(KeyLength) },
        CurrentCipher: 1);

    /// <summary>Reads the file; where it is not there and may be made, makes it for this user alone.</summary>
    /// <exception cref="InvalidOperationException">The file is not there, or holds something else.</exception>
    public static KeyRing Open(string file, bool mayCreate)
    {
        if (!File.Exists(file))
        {
            if (!mayCreate)
            {
                throw new InvalidOperationException(
                    $"The key file {file} is not there. Restore it from its backup; on a new installation, make it with the command `make-keys`.");
            }

            Create().Save(file);
        }

        try
        {
            var stored = JsonSerializer.Deserialize<KeyRing>(File.ReadAllBytes(file));
            if (stored is { Lookup.Length: KeyLength } && stored.Ciphers.Values.All(key => key.Length == KeyLength)
                && stored.Ciphers.ContainsKey(stored.CurrentCipher))
            {
                return stored;
            }
        }
        catch (JsonException)
        {
            // Said below, without a word of what the file holds.
        }

        throw new InvalidOperationException($"The key file {file} cannot be read. Restore it from its backup: without it no citizen can be found.");
    }

    /// <summary>Writes a new file, readable by its owner alone; an existing one is never overwritten.</summary>
    public void Save(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, this);
        stream.Flush(flushToDisk: true);
    }
}
