using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BorgerPortal.Tests.Support;

/// <summary>What a test reads on a page. A page reads and writes a real database, so each of these waits for what it asks for.</summary>
public static class PageHandles
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static IElement At<TPage>(this IRenderedComponent<TPage> page, string selector)
        where TPage : IComponent => page.WaitForElement(selector, Patience);

    public static IElement ByTestId<TPage>(this IRenderedComponent<TPage> page, string id)
        where TPage : IComponent => page.At($"[data-testid='{id}']");

    /// <summary>Whether it is there now: ask for something else first that shows that the page has been read.</summary>
    public static bool HasTestId<TPage>(this IRenderedComponent<TPage> page, string id)
        where TPage : IComponent => page.FindAll($"[data-testid='{id}']").Count > 0;

    public static void Shows<TPage>(this IRenderedComponent<TPage> page, string text)
        where TPage : IComponent => page.WaitForAssertion(() => Assert.Contains(text, page.Markup, StringComparison.Ordinal), Patience);

    /// <summary>The text as it is read, with runs of space made one.</summary>
    public static string Read(this INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
