using System.Globalization;
using System.Text.RegularExpressions;
using BorgerPortal.Domain;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Resources;
using Xunit;

namespace BorgerPortal.Tests.Resources;

public sealed partial class ErrorTextsTests
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void EveryCode_InBothLanguages_SaysWhatHappenedAndWhatToDo() => Assert.All(Errors.ByNumber.Values, code =>
    {
        foreach (var text in new[] { ErrorTexts.What(code, Danish), ErrorTexts.Do(code, Danish), ErrorTexts.What(code, English), ErrorTexts.Do(code, English) })
        {
            Assert.EndsWith(".", text, StringComparison.Ordinal);
        }

        Assert.NotEqual(ErrorTexts.Do(code, Danish), ErrorTexts.Do(code, English));
        Assert.NotEqual(ErrorTexts.What(code, Danish), ErrorTexts.What(code, English));
    });

    [Fact]
    public void EveryCode_WithADanishTextOfTheAuthority_SaysJustThat()
    {
        foreach (var error in ErrorMatrix.Document.RootElement.GetProperty("errors").EnumerateArray())
        {
            // 9303 and 9329 share one text.
            if (error.TryGetProperty("seedDanishText", out var text) && error.GetProperty("code").GetInt32() != 9329)
            {
                Assert.Equal($"{text.GetString()}.", ErrorTexts.What(Errors.ByNumber[error.GetProperty("code").GetInt32()], Danish));
            }
        }

        Assert.Equal(ErrorTexts.What(Errors.BookingSystemFault, Danish), ErrorTexts.What(Errors.BookingSystemBrokeContract, Danish));
        Assert.Equal(ErrorTexts.What(Errors.BookingSystemUnreachable, Danish), ErrorTexts.What(Errors.BookingSystemNotConfigured, Danish));
    }

    [Fact]
    public void EveryCode_InBothLanguages_NeedsNoNumberToBeUnderstood() => Assert.All(
        Errors.ByNumber.Values.Where(code => code != Errors.IllegalErrorOrigin),
        code => Assert.DoesNotMatch(Number(), ErrorTexts.What(code, Danish) + ErrorTexts.What(code, English) + ErrorTexts.Do(code, Danish)));

    [GeneratedRegex("[0-9]", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
