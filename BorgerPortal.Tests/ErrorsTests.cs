using BorgerPortal.Domain;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests;

public sealed class ErrorsTests
{
    [Fact]
    public void ByNumber_EveryCodeOfTheMatrix_HasItsTextAndNewCode()
    {
        foreach (var entry in ErrorMatrix.Document.RootElement.GetProperty("errors").EnumerateArray())
        {
            var error = Errors.ByNumber[entry.GetProperty("code").GetInt32()];
            Assert.Equal(entry.GetProperty("text").GetString(), error.Text);
            Assert.Equal(entry.TryGetProperty("newCode", out var newCode) ? newCode.GetInt32() : null, error.NewCode);
        }

        Assert.Equal(ErrorMatrix.Document.RootElement.GetProperty("errors").GetArrayLength(), Errors.ByNumber.Count);
    }
}
