namespace BorgerPortal.Bench.Browser;

/// <summary>One visit to a page with nothing kept from earlier ones.</summary>
/// <param name="FirstContent">Milliseconds from the navigation to the first content on the screen.</param>
/// <param name="Interactive">Milliseconds from the navigation until the page answers to clicks.</param>
/// <param name="ScriptAndStyleBytes">JavaScript and CSS as they went over the wire, headers included.</param>
/// <param name="Careless">Scripts and styles that came uncompressed, or that a browser may not keep for good.</param>
internal sealed record Visit(double FirstContent, double Interactive, double ScriptAndStyleBytes, IReadOnlyList<string> Careless);
