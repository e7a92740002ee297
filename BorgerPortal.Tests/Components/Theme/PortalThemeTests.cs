using System.Globalization;
using BorgerPortal.Web.Components.Theme;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;
using MudBlazor.Services;
using Xunit;

namespace BorgerPortal.Tests.Components.Theme;

public sealed class PortalThemeTests
{
    private const double Text = 4.5;
    private const double Edge = 3;

    public static TheoryData<bool> Modes => [false, true];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Palette_EveryPairInUse_HasTheContrastOfWcag(bool dark)
    {
        var p = dark ? PortalTheme.Dark : PortalTheme.Light;
        string[] grounds = [p.Background, p.Surface];
        string[] tints = [p.ErrorTint, p.WarningTint, p.SuccessTint, p.InfoTint];
        var pairs = new List<(string Name, string Front, string Ground, double Least)>
        {
            ("button", p.OnPrimary, p.Primary, Text),
            ("button under the pointer", p.OnPrimary, p.PrimaryHover, Text),
            ("button on the page", p.Primary, p.Background, Edge),
            ("error text", p.Error, p.Background, Text),
        };
        foreach (var ground in grounds.Concat(tints))
        {
            pairs.Add(("text", p.Text, ground, Text));
            pairs.Add(("muted text", p.MutedText, ground, Text));
            pairs.Add(("link", p.Link, ground, Text));
            pairs.Add(("focus", p.Focus, ground, Edge));
        }

        pairs.AddRange(grounds.Select(ground => ("field", p.Border, ground, Edge)));
        Assert.All(pairs, pair =>
        {
            var contrast = Contrast(pair.Front, pair.Ground);
            Assert.True(contrast >= pair.Least, $"{pair.Name}: {pair.Front} on {pair.Ground} is {contrast:F2}, not {pair.Least}");
        });
    }

    [Theory]
    [InlineData("#000000", "#FFFFFF", 21)]
    [InlineData("#FFFFFF", "#FFFFFF", 1)]
    [InlineData("#777777", "#FFFFFF", 4.48)]
    public void Contrast_KnownPairs_IsAsWcagSays(string front, string ground, double contrast) =>
        Assert.Equal(contrast, Contrast(front, ground), 0.01);

    [Fact]
    public async Task Sheet_BothModes_StandInIt()
    {
        var services = new ServiceCollection().AddLogging().AddMudServices().AddSingleton<IJSRuntime, NoScript>().BuildServiceProvider();
        var sheet = new ThemeSheet(services, services.GetRequiredService<ILoggerFactory>());

        var modes = (await sheet.ReadAsync()).Split("@media screen and (prefers-color-scheme:dark)");

        Assert.Equal(2, modes.Length);
        Assert.Contains("--portal-primary:#44831E;", modes[0], StringComparison.Ordinal);
        Assert.Contains("--portal-primary-hover:#B4E298;", modes[1], StringComparison.Ordinal);
        Assert.Contains("--mud-palette-primary: rgba(68,131,30,1);", modes[0], StringComparison.Ordinal);
        Assert.Contains("--mud-palette-primary: rgba(143,207,106,1);", modes[1], StringComparison.Ordinal);
        Assert.Matches(@"\Atema\.css\?v=[0-9a-f]{16}\z", await sheet.AddressAsync());
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var channels = new[] { 1, 3, 5 }.Select(at => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    // Writing the sheet asks no script for anything; what is said when the components go is heard by nobody.
    private sealed class NoScript : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => default;

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => default;
    }
}
