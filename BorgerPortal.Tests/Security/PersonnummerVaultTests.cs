using System.Security.Cryptography;
using System.Text;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Security;
using Xunit;

namespace BorgerPortal.Tests.Security;

public sealed class PersonnummerVaultTests
{
    private static readonly Personnummer Anna = Personnummer.TryParse("0101505321", out var anna) ? anna : default;

    [Fact]
    public void Encipher_TwiceTheSame_GivesTwoCiphersThatBothReadBack()
    {
        var vault = new PersonnummerVault(KeyRing.Create());
        var (first, second) = (vault.Encipher(Anna), vault.Encipher(Anna));
        Assert.NotEqual(first, second);
        Assert.Equal(Anna, vault.Decipher(first));
        Assert.Equal(Anna, vault.Decipher(second));
    }

    [Fact]
    public void Encipher_APersonnummer_HoldsNoneOfItsDigits()
    {
        var vault = new PersonnummerVault(KeyRing.Create());
        Assert.DoesNotContain("0101505321", Encoding.Latin1.GetString(vault.Encipher(Anna)), StringComparison.Ordinal);
    }

    [Fact]
    public void Decipher_AfterANewKey_StillReadsTheOldRows()
    {
        var old = KeyRing.Create();
        var cipher = new PersonnummerVault(old).Encipher(Anna);
        var renewed = old with
        {
            Ciphers = new Dictionary<byte, byte[]>(old.Ciphers) { [2] = RandomNumberGenerator.GetBytes(32) },
            CurrentCipher = 2,
        };
        var vault = new PersonnummerVault(renewed);
        Assert.Equal(Anna, vault.Decipher(cipher));
        Assert.Equal(2, vault.Encipher(Anna)[0]);
    }

    [Fact]
    public void Decipher_ChangedCipherOrOtherKeys_Throws()
    {
        var vault = new PersonnummerVault(KeyRing.Create());
        var cipher = vault.Encipher(Anna);
        Assert.ThrowsAny<CryptographicException>(() => new PersonnummerVault(KeyRing.Create()).Decipher(cipher));
        cipher[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => vault.Decipher(cipher));
        Assert.ThrowsAny<CryptographicException>(() => vault.Decipher([9, .. cipher[1..]]));
        Assert.ThrowsAny<CryptographicException>(() => vault.Decipher([]));
    }

    [Fact]
    public void Lookup_SamePersonUnderOtherKeys_IsAnother()
    {
        var keys = KeyRing.Create();
        Assert.Equal(new PersonnummerVault(keys).Lookup(Anna), new PersonnummerVault(keys).Lookup(Anna));
        Assert.NotEqual(new PersonnummerVault(keys).Lookup(Anna), new PersonnummerVault(KeyRing.Create()).Lookup(Anna));
    }
}
