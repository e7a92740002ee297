using BorgerPortal.Domain.Citizens;
using CsCheck;
using Xunit;

namespace BorgerPortal.Tests.Citizens;

public sealed class PersonnummerTests
{
    [Theory]
    [InlineData("0101505321", 2050, 1, 1)]
    [InlineData("010150-5321", 2050, 1, 1)]
    [InlineData("3112990000", 1999, 12, 31)]
    [InlineData("2902003999", 1900, 3, 1, false)]
    [InlineData("2902004000", 2000, 2, 29)]
    [InlineData("0101364000", 2036, 1, 1)]
    [InlineData("0101374000", 1937, 1, 1)]
    [InlineData("0101369000", 2036, 1, 1)]
    [InlineData("0101379000", 1937, 1, 1)]
    [InlineData("0101575000", 2057, 1, 1)]
    [InlineData("0101585000", 1858, 1, 1)]
    [InlineData("0101998999", 1899, 1, 1)]
    [InlineData("0101993999", 1999, 1, 1)]
    public void TryParse_Century_IsToldByTheSeventhDigit(string text, int year, int month, int day, bool isPerson = true)
    {
        Assert.Equal(isPerson, Personnummer.TryParse(text, out var personnummer));
        if (isPerson)
        {
            Assert.Equal(new DateOnly(year, month, day), personnummer.BirthDate);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("010150532")]
    [InlineData("01015053211")]
    [InlineData("0000000000")]
    [InlineData("6101505321")]
    [InlineData("3102505321")]
    [InlineData("0113505321")]
    [InlineData("01015-05321")]
    [InlineData("010150 5321")]
    [InlineData("010150-532")]
    [InlineData("010150-53211")]
    [InlineData(" 0101505321")]
    [InlineData("0101505321\n")]
    [InlineData("٠١٠١٥٠٥٣٢١")]
    [InlineData("010150532x")]
    public void TryParse_NotAPerson_IsRefused(string? text) => Assert.False(Personnummer.TryParse(text, out _));

    [Fact]
    public void TryParse_AnyText_NeverThrowsAndKeepsTenDigits() => Gen.String.Sample(text =>
    {
        if (Personnummer.TryParse(text, out var personnummer))
        {
            Assert.Equal(10, personnummer.Reveal().Length);
        }
    });

    [Fact]
    public void ToString_APerson_ShowsNoDigits()
    {
        Assert.True(Personnummer.TryParse("0101505321", out var personnummer));
        Assert.DoesNotContain("0101505321", $"{personnummer} {CitizenReference.ByPersonnummer("0101505321")}", StringComparison.Ordinal);
    }
}
