using BorgerPortal.Domain.Security;
using Xunit;

namespace BorgerPortal.Tests.Security;

public sealed class KeyRingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("borgerportal-keys-");

    private string KeyFile => Path.Combine(_folder.FullName, "keys", "personnummer.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Open_NoFileInDevelopment_MakesOneThatStays()
    {
        var made = KeyRing.Open(KeyFile, mayCreate: true);
        var read = KeyRing.Open(KeyFile, mayCreate: false);
        Assert.Equal(made.Lookup, read.Lookup);
        Assert.Equal(made.Ciphers[1], read.Ciphers[1]);
    }

    [Fact]
    public void Open_NoFileElsewhere_RefusesAndSaysWhatToDo()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => KeyRing.Open(KeyFile, mayCreate: false));
        Assert.Contains("make-keys", exception.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(KeyFile));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"Lookup":"AAAA","Ciphers":{},"CurrentCipher":1}""")]
    public void Open_BrokenFile_RefusesAndNeverOverwritesIt(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, content);
        Assert.Throws<InvalidOperationException>(() => KeyRing.Open(KeyFile, mayCreate: true));
        Assert.Equal(content, File.ReadAllText(KeyFile));
    }

    [Fact]
    public void Save_NewFile_IsForItsOwnerAlone()
    {
        KeyRing.Create().Save(KeyFile);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        }
    }

    [Fact]
    public void Save_FileIsThere_IsRefused()
    {
        KeyRing.Create().Save(KeyFile);
        Assert.Throws<IOException>(() => KeyRing.Create().Save(KeyFile));
    }
}
