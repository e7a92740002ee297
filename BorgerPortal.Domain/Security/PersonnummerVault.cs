using System.Security.Cryptography;
using System.Text;
using BorgerPortal.Domain.Citizens;

namespace BorgerPortal.Domain.Security;

/// <summary>Turns a personnummer into what may be stored, and back.</summary>
public sealed class PersonnummerVault(KeyRing keys)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>The keyed hash (HMAC-SHA256) that a citizen is found by.</summary>
    public byte[] Lookup(Personnummer personnummer) => HMACSHA256.HashData(keys.Lookup, Encoding.ASCII.GetBytes(personnummer.Reveal()));

    /// <summary>AES-GCM under the current key: its id, a nonce, the tag and the ciphered digits.</summary>
    public byte[] Encipher(Personnummer personnummer)
    {
        var digits = Encoding.ASCII.GetBytes(personnummer.Reveal());
        var cipher = new byte[1 + NonceLength + TagLength + digits.Length];
        cipher[0] = keys.CurrentCipher;
        var nonce = cipher.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys.Ciphers[keys.CurrentCipher], TagLength);
        aes.Encrypt(nonce, digits, cipher.AsSpan(1 + NonceLength + TagLength), cipher.AsSpan(1 + NonceLength, TagLength));
        return cipher;
    }

    /// <exception cref="CryptographicException">The cipher was made under other keys, or has been changed.</exception>
    public Personnummer Decipher(ReadOnlySpan<byte> cipher)
    {
        if (cipher.Length <= 1 + NonceLength + TagLength || !keys.Ciphers.TryGetValue(cipher[0], out var key))
        {
            throw new CryptographicException("The cipher was not made with these keys.");
        }

        var digits = new byte[cipher.Length - 1 - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(cipher.Slice(1, NonceLength), cipher[(1 + NonceLength + TagLength)..], cipher.Slice(1 + NonceLength, TagLength), digits);
        return Personnummer.TryParse(Encoding.ASCII.GetString(digits), out var personnummer)
            ? personnummer
            : throw new CryptographicException("The cipher holds no personnummer.");
    }

    /// <summary>A keyed hash of something that must be compared later but not kept, such as a request's payload.</summary>
    public byte[] Hash(ReadOnlySpan<byte> payload) => HMACSHA256.HashData(keys.Lookup, payload);
}
