using System.Text.RegularExpressions;
using System.Xml.Linq;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Resources;

/// <summary>The pages' words, held against the source that uses them.</summary>
public sealed partial class TextsTests
{
    private static readonly string Web = Path.Combine(SolutionFolder.Path, "BorgerPortal.Web");

    [Fact]
    public void Texts_InEnglish_AreThoseInDanish()
    {
        var danish = Read("Texts.resx");
        var english = Read("Texts.en.resx");

        Assert.Equal(danish.Keys.Order(), english.Keys.Order());
        Assert.All(danish, text => Assert.Equal(HolesOf(text.Value), HolesOf(english[text.Key])));
    }

    [Fact]
    public void Texts_UsedAndWritten_AreTheSameKeys()
    {
        var used = Directory.EnumerateFiles(Web, "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Use().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value)
            .Distinct();

        Assert.Equal(Read("Texts.resx").Keys.Order(), used.Order());
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Web, "Resources", file)).Root!
        .Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> HolesOf(string text) => Hole().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\b(?:T|texts)\[""(?<key>[A-Za-z0-9_]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Use();

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.None, 1000)]
    private static partial Regex Hole();
}
