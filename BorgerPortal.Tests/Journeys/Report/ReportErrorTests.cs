using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Journeys.Report;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Journeys.Report;

[PageLanguage]
public sealed class ReportErrorTests
{
    [Theory]
    [InlineData("?kode=4819&reference=abc", 4819, "Der skete noget [reference abc]")]
    [InlineData("?kode=12345&reference=", ReportCodes.ReportedByCitizen, "Der skete noget")]
    [InlineData("", ReportCodes.ReportedByCitizen, "Der skete noget")]
    public async Task Report_Sent_IsFiledWithWhatItIsAbout(string query, int code, string text)
    {
        await using var scene = await PageScene.SetAsync();
        var page = scene.Open<ReportError>("/meld-fejl" + query);
        page.ByTestId("fejltekst").Change("Der skete noget");

        page.At("form").Submit();

        page.ByTestId("fejl-meldt");
        var report = await scene.Booking.Portal.ReadAsync(context => context.ErrorReports.AsNoTracking().SingleAsync());
        Assert.Equal((code, text), (report.Code, report.Text));
    }

    [Fact]
    public async Task Report_HoldsAPersonnummer_IsFiledWithoutIt()
    {
        await using var scene = await PageScene.SetAsync();
        var page = scene.Open<ReportError>("/meld-fejl");
        page.ByTestId("fejltekst").Change("Jeg hedder 0101505321");

        page.At("form").Submit();

        page.ByTestId("fejl-meldt");
        var report = await scene.Booking.Portal.ReadAsync(context => context.ErrorReports.AsNoTracking().SingleAsync());
        Assert.DoesNotContain("0101505321", report.Text, StringComparison.Ordinal);
    }
}
