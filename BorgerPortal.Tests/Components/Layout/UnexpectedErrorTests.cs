using BorgerPortal.Tests.Support;
using BorgerPortal.Web.Components.Layout;
using Bunit;
using Xunit;

namespace BorgerPortal.Tests.Components.Layout;

/// <summary>What stands in the place of a page that has failed.</summary>
[PageLanguage]
public sealed class UnexpectedErrorTests
{
    [Fact]
    public async Task UnexpectedError_PageHasFailed_IsToldWithAReferenceThatTheReportBringsAlong()
    {
        await using var scene = await PageScene.SetAsync();

        var page = scene.Bunit.Render<UnexpectedError>(parameters => parameters.Add(error => error.Exception, new InvalidOperationException("Fortroligt")));

        var reference = page.At(".reference span").Read();
        Assert.Matches(@"\A[0-9a-f]{32}\z", reference);
        Assert.EndsWith($"meld-fejl?reference={reference}", page.At("a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("Noget gik galt", page.At("h1").Read());
        Assert.DoesNotContain("Fortroligt", page.Markup, StringComparison.Ordinal);
        scene.Bunit.JSInterop.VerifyFocusAsyncInvoke();
    }
}
